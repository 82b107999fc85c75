package dev.latchkey.rest.client;

import dev.latchkey.application.client.AuthenticateClient;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.rest.json.Form;
import dev.latchkey.rest.limit.RequestCount;
import dev.latchkey.rest.limit.Throttled;
import dev.latchkey.rest.problem.TokenError;
import dev.latchkey.rest.security.RequestOrigin;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the calls that only clients may make, for a client that is believed.
@Singleton
public final class ClientCalls {
  private final AuthenticateClient authenticateClient;
  private final RequestCount count;
  private final Throttled throttled;

  ClientCalls(AuthenticateClient authenticateClient, RequestCount count, Throttled throttled) {
    this.authenticateClient = authenticateClient;
    this.count = count;
    this.throttled = throttled;
  }

  /// Makes a call, or answers as RFC 6749 section 5.2 has it. What a client calls that is believed
  /// is not counted against its address: a service asks about each of its own callers.
  public HttpResponse<?> authenticated(
      HttpRequest<?> http, Form form, Function<RegisteredClient, HttpResponse<?>> call) {
    return switch (ClientCredentials.of(http.getHeaders(), form)) {
      case ClientCredentials.None _ -> TokenError.invalidClient();
      case ClientCredentials.Twofold _ ->
          TokenError.answer("invalid_request", "The client is to be authenticated in one way.");
      case ClientCredentials.Shown(var id, var secret) ->
          switch (authenticateClient.authenticate(id, secret, RequestOrigin.of(http))) {
            case AuthenticateClient.Authenticated(var client) -> {
              count.giveBack(http);
              yield call.apply(client);
            }
            case AuthenticateClient.Refused _ -> TokenError.invalidClient();
            case AuthenticateClient.Throttled(var refused) ->
                throttled.mark(TokenError.slowDown(), refused);
          };
    };
  }

  /// Makes a call about the token that a form holds.
  public HttpResponse<?> aboutToken(
      HttpRequest<?> http,
      @Nullable String body,
      BiFunction<RegisteredClient, String, HttpResponse<?>> call) {
    var form = Form.read(body);
    return authenticated(
        http,
        form,
        client ->
            form.find("token")
                .<HttpResponse<?>>map(token -> call.apply(client, token))
                .orElseGet(() -> TokenError.answer("invalid_request", "token is needed.")));
  }
}
