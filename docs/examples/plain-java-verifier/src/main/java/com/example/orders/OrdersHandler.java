package com.example.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.latchkey.verifier.InvalidTokenException;
import dev.latchkey.verifier.TokenVerifier;
import dev.latchkey.verifier.UnavailableException;
import java.io.IOException;

final class OrdersHandler implements HttpHandler {
  private static final String BEARER = "Bearer ";

  private final TokenVerifier verifier;

  OrdersHandler(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.startsWith(BEARER)) {
      refuse(exchange, 401, "WWW-Authenticate", "Bearer");
      return;
    }
    try {
      var token = verifier.verify(authorization.substring(BEARER.length()));
      answer(exchange, "No orders yet, " + token.claims().get("email") + ".");
    } catch (InvalidTokenException e) {
      refuse(exchange, 401, "WWW-Authenticate", "Bearer error=\"invalid_token\"");
    } catch (UnavailableException e) {
      // Never 401: nobody knows yet whether the token is good.
      refuse(exchange, 503, "Retry-After", "5");
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    var body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void refuse(HttpExchange exchange, int status, String name, String value)
      throws IOException {
    exchange.getResponseHeaders().set(name, value);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
