package com.example.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountsServiceTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static HttpServer service;

  @BeforeAll
  static void start() throws IOException {
    service = AccountsService.start(0);
  }

  @AfterAll
  static void end() {
    service.stop(0);
  }

  @Test
  void knowsWhoRegisteredAndLoggedIn() throws Exception {
    assertThat(post("/register", "ada", "plum-kettle-orbit").statusCode()).isEqualTo(201);
    var token = post("/login", "ada", "plum-kettle-orbit").body().strip();

    assertThat(me(token).body()).isEqualTo("ada@example.org\n");
  }

  @Test
  void refusesWrongPasswordsAndTokens() throws Exception {
    post("/register", "eve", "plum-kettle-orbit");

    assertThat(post("/login", "eve", "plum-kettle-globe").statusCode()).isEqualTo(401);
    assertThat(post("/login", "nobody", "plum-kettle-orbit").statusCode()).isEqualTo(401);
    assertThat(me("nonsense").statusCode()).isEqualTo(401);
  }

  @Test
  void refusesCommonPasswordsAndTakenAddresses() throws Exception {
    assertThat(post("/register", "bob", "password1").statusCode()).isEqualTo(422);
    post("/register", "bob", "plum-kettle-orbit");

    assertThat(post("/register", "Bob", "plum-kettle-orbit").statusCode()).isEqualTo(409);
  }

  private static HttpResponse<String> post(String path, String name, String password)
      throws IOException, InterruptedException {
    var form = "email=" + name + "%40example.org&password=" + password;
    return send(request(path).POST(BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> me(String token) throws IOException, InterruptedException {
    return send(request("/me").header("Authorization", "Bearer " + token));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + service.getAddress().getPort() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
