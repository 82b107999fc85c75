package com.example.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

record Answer(int status, String text) {

  void send(HttpExchange exchange) throws IOException {
    var body = (text + "\n").getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/plain; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    if (status == 401) {
      headers.set("WWW-Authenticate", "Bearer");
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
