package com.example.accounts;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// A service of three paths: `/register`, `/login` and `/me`.
public final class AccountsService {

  private AccountsService() {}

  public static void main(String[] args) throws IOException {
    start(8081);
  }

  /// @param port where to serve; 0 for any that is free
  static HttpServer start(int port) throws IOException {
    var handlers = new AccountsHandlers(Accounts.inMemory());
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/register", handlers::register);
    server.createContext("/login", handlers::logIn);
    server.createContext("/me", handlers::me);
    server.start();
    return server;
  }
}
