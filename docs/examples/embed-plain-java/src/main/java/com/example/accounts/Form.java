package com.example.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A body of the type `application/x-www-form-urlencoded`.
final class Form {
  private static final int MAX_BYTES = 4096;

  private final Map<String, String> fields;

  private Form(Map<String, String> fields) {
    this.fields = fields;
  }

  static Form read(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readNBytes(MAX_BYTES), UTF_8);
    return new Form(
        Stream.of(body.split("&", -1))
            .map(field -> field.split("=", 2))
            .filter(field -> field.length == 2)
            .collect(
                Collectors.toMap(
                    field -> decoded(field[0]), field -> decoded(field[1]), (first, _) -> first)));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
  }

  /// Empty where it is missing, which is neither an address nor a password.
  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
