package dev.latchkey.rest.security;

import dev.latchkey.domain.session.Client;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/// Who is at the other end of the connection. Forwarding headers are not believed: anybody can send
/// them.
public final class ClientAddress {

  private ClientAddress() {}

  /// The peer's address and what it calls itself.
  public static Client of(HttpRequest<?> request) {
    var address = request.getRemoteAddress().getAddress();
    return new Client(
        address == null ? null : address.getHostAddress(),
        request.getHeaders().get(HttpHeaders.USER_AGENT));
  }
}
