package dev.latchkey.rest.client;

import dev.latchkey.application.client.GrantClientToken;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.rest.json.Form;
import dev.latchkey.rest.problem.TokenError;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/// The part of the token endpoint where clients ask for themselves (RFC 6749 section 4.4).
@Singleton
public final class ClientGrant {
  private final ClientCalls calls;
  private final GrantClientToken grantClientToken;

  ClientGrant(ClientCalls calls, GrantClientToken grantClientToken) {
    this.calls = calls;
    this.grantClientToken = grantClientToken;
  }

  /// Answers a form of `grant_type=client_credentials`.
  public HttpResponse<?> answer(HttpRequest<?> http, Form form) {
    return calls.authenticated(
        http, form, client -> granted(client, form.find("scope").orElse("")));
  }

  private HttpResponse<?> granted(RegisteredClient client, String scope) {
    return switch (grantClientToken.grant(client, scope)) {
      case GrantClientToken.Granted granted -> HttpResponse.ok(ClientTokenResponse.of(granted));
      case GrantClientToken.InvalidScope _ ->
          TokenError.answer("invalid_scope", "No scope, or none that this client may ask for.");
    };
  }
}
