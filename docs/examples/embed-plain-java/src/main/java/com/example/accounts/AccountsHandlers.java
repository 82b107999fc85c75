package com.example.accounts;

import com.sun.net.httpserver.HttpExchange;
import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.application.account.Registration;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.Client;
import java.io.IOException;
import java.util.UUID;

/// Turns requests into calls of the use cases, and each of their outcomes into an answer.
final class AccountsHandlers {
  private static final String BEARER = "Bearer ";

  private final Accounts accounts;

  AccountsHandlers(Accounts accounts) {
    this.accounts = accounts;
  }

  void register(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        () -> {
          var form = Form.read(exchange);
          var password = new RawPassword(form.field("password"));
          var wish = Registration.of(form.field("email"), password);
          return switch (accounts.register().register(wish, origin(exchange))) {
            case RegisterUser.Registered(var user) -> new Answer(201, user.id().toString());
            case RegisterUser.Accepted() -> new Answer(202, "A mail says how to go on.");
            case RegisterUser.Invalid(var violations) ->
                new Answer(422, violations.getFirst().detail());
            case RegisterUser.Throttled _ -> new Answer(429, "Too many registrations.");
            case RegisterUser.Refused.EMAIL_TAKEN, RegisterUser.Refused.USERNAME_TAKEN ->
                new Answer(409, "There is such an account.");
            case RegisterUser.Refused.CLOSED, RegisterUser.Refused.ROLE_NOT_ASSIGNABLE ->
                new Answer(403, "Not for you.");
          };
        });
  }

  void logIn(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        () -> {
          var form = Form.read(exchange);
          var password = new RawPassword(form.field("password"));
          return switch (accounts.logIn().logIn(form.field("email"), password, origin(exchange))) {
            case LogIn.LoggedIn(var pair) -> new Answer(200, pair.access().reveal());
            // Why is nobody's business.
            case LogIn.Refused _, LogIn.Malformed _ ->
                new Answer(401, "Wrong address or password.");
            case LogIn.Unverified() -> new Answer(403, "Verify your address first.");
            case LogIn.Throttled _ -> new Answer(429, "Too many wrong passwords.");
          };
        });
  }

  void me(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        () -> {
          var authorization = exchange.getRequestHeaders().getFirst("Authorization");
          if (authorization == null || !authorization.startsWith(BEARER)) {
            return new Answer(401, "An access token is needed.");
          }
          return accounts
              .checkAccess()
              .check(authorization.substring(BEARER.length()), origin(exchange))
              .map(caller -> new Answer(200, caller.user().email().display()))
              .orElseGet(() -> new Answer(401, "The access token is not good."));
        });
  }

  /// Limits count by the address of the client.
  private static Origin origin(HttpExchange exchange) {
    var client =
        new Client(
            exchange.getRemoteAddress().getAddress().getHostAddress(),
            exchange.getRequestHeaders().getFirst("User-Agent"));
    return new Origin(UUID.randomUUID().toString(), client);
  }

  private static void answer(HttpExchange exchange, Work work) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = work.run();
      } catch (Unavailable busy) {
        answer = new Answer(503, "Try again in " + busy.retryAfter().toSeconds() + " s.");
      }
      answer.send(exchange);
    }
  }

  private interface Work {
    Answer run() throws IOException;
  }
}
