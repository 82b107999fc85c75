package dev.latchkey.rest.security;

import dev.latchkey.domain.session.Client;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Who is at the other end of a request: what sessions, limits and the audit go by.
public final class ClientAddress {
  private static final String CLIENT = "latchkey.client";

  private ClientAddress() {}

  /// The client's address and what it calls itself. Behind a trusted proxy the address is the one
  /// that the proxy tells; otherwise it is the peer's, whatever headers say.
  public static Client of(HttpRequest<?> request) {
    return request
        .getAttribute(CLIENT, Client.class)
        .orElseGet(() -> {
          var peer = request.getRemoteAddress().getAddress();
          return note(request, peer == null ? null : text(peer));
        });
  }

  static Client note(HttpRequest<?> request, @Nullable String address) {
    var client = new Client(address, request.getHeaders().get(HttpHeaders.USER_AGENT));
    request.setAttribute(CLIENT, client);
    return client;
  }

  private static String text(InetAddress peer) {
    return peer instanceof Inet4Address ? peer.getHostAddress() : Ip.of(peer).toCanonicalString();
  }
}
