package com.example.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.AccessTokens;
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
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class AccountsApplicationTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() {
    service = run();
  }

  @AfterAll
  static void end() {
    service.close();
  }

  private static ConfigurableApplicationContext run() {
    return SpringApplication.run(
        AccountsApplication.class,
        "--server.port=0",
        "--spring.datasource.url=jdbc:h2:mem:accounts;DB_CLOSE_DELAY=-1");
  }

  @Test
  void knowsWhoRegisteredAndLoggedIn() throws Exception {
    assertThat(post("/register", "ada", "plum-kettle-orbit").statusCode()).isEqualTo(201);
    var token = post("/login", "ada", "plum-kettle-orbit").body();

    assertThat(me(token).body()).isEqualTo("ada@example.org");
  }

  @Test
  void refusesWrongPasswordsAndTokens() throws Exception {
    post("/register", "eve", "plum-kettle-orbit");

    assertThat(post("/login", "eve", "plum-kettle-globe").statusCode()).isEqualTo(401);
    assertThat(me("nonsense").statusCode()).isEqualTo(401);
  }

  @Test
  void signsWithTheSameSecretAfterARestart() throws Exception {
    post("/register", "bob", "plum-kettle-orbit");
    var token = post("/login", "bob", "plum-kettle-orbit").body();

    try (var restarted = run()) {
      assertThat(restarted.getBean(AccessTokens.class).verify(token)).isPresent();
    }
  }

  private static HttpResponse<String> post(String path, String name, String password)
      throws IOException, InterruptedException {
    var json = "{\"email\":\"%s@example.org\",\"password\":\"%s\"}".formatted(name, password);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private static HttpResponse<String> me(String token) throws IOException, InterruptedException {
    return send(request("/me").header("Authorization", "Bearer " + token));
  }

  private static HttpRequest.Builder request(String path) {
    var port = service.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
