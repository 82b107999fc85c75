package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A service that asks in its own name.
record ServiceClient(RestClient http, String id, String secret) {
  private static final String FORM = "application/x-www-form-urlencoded";

  /// A new one that may ask for these scopes, registered by an admin.
  static ServiceClient register(RestServer server, RestClient admin, String id, String... scopes) {
    var list = scopes.length == 0 ? "" : "\"" + String.join("\",\"", scopes) + "\"";
    var created =
        admin.post(
            "/clients",
            "{\"client_id\":\"%s\",\"name\":\"A service\",\"scopes\":[%s]}".formatted(id, list));
    assertThat(created.status()).as(created.raw().body()).isEqualTo(201);
    return new ServiceClient(server.client(), id, created.text("client_secret"));
  }

  /// The same service with another secret.
  ServiceClient with(String secret) {
    return new ServiceClient(http, id, secret);
  }

  /// Posts a form with HTTP Basic.
  RestClient.Answer post(String path, String form) {
    return http.send("POST", path, form, FORM, "Authorization", basic(id + ":" + secret));
  }

  static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  /// An access token of its own.
  String token() {
    return post("/auth/token", "grant_type=client_credentials").text("access_token");
  }

  RestClient.Answer introspect(String token) {
    return post("/auth/introspect", "token=" + token);
  }

  RestClient.Answer revoke(String token) {
    return post("/auth/revoke", "token=" + token);
  }
}
