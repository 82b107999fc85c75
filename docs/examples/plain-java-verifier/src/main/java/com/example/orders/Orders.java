package com.example.orders;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.verifier.TokenVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// A service with one path, `/orders`, for whoever brings an access token.
public final class Orders {

  private Orders() {}

  public static void main(String[] args) throws IOException {
    start("http://localhost:8080", 8081);
  }

  /// @param issuer where Latchkey is
  /// @param port where to serve; 0 for any that is free
  static HttpServer start(String issuer, int port) throws IOException {
    var verifier = TokenVerifier.of(issuer, "latchkey").build();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/orders", new OrdersHandler(verifier));
    server.start();
    return server;
  }
}
