package dev.latchkey.rest.security;

import dev.latchkey.domain.session.Client;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/// Who is at the other end of a request: what sessions, limits and the audit go by.
public final class ClientAddress {
  private static final String ATTRIBUTE = "latchkey.client-address";

  private ClientAddress() {}

  /// The client's address and what it calls itself. Behind a trusted proxy the address is the one
  /// that the proxy tells; otherwise it is the peer's, whatever headers say.
  public static Client of(HttpRequest<?> request) {
    return new Client(ip(request), request.getHeaders().get(HttpHeaders.USER_AGENT));
  }

  /// The client's address; null where the connection has none.
  public static @Nullable String ip(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, String.class)
        .orElseGet(() -> {
          var peer = request.getRemoteAddress().getAddress();
          return peer == null ? null : Ip.of(peer).toCanonicalString();
        });
  }

  static void note(HttpRequest<?> request, String address) {
    request.setAttribute(ATTRIBUTE, address);
  }
}
