package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.latchkey.RunningLatchkey;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

class OrdersTest {
  @TempDir static Path home;

  private static RunningLatchkey latchkey;
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() throws Exception {
    latchkey = RunningLatchkey.start(home, Map.of("ACCESS_TOKEN_TYPE", "JWT"));
    service = run(latchkey);
  }

  @AfterAll
  static void end() {
    try (var _ = latchkey) {
      if (service != null) {
        service.close();
      }
    }
  }

  @Test
  void servesNobodyWithoutAToken() throws Exception {
    var answer = orders("");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
  }

  @Test
  void servesWhoeverLoggedIn() throws Exception {
    var answer = orders(latchkey.logIn().access());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("No orders yet, ada@example.org.");
  }

  @Test
  void servesOnWithOldAndNewTokensWhileKeysRotate() throws Exception {
    var first = latchkey.logIn().access();
    assertThat(orders(first).statusCode()).isEqualTo(200);

    latchkey.rotateKeys();
    var second = latchkey.logIn().access();
    // The key of this one is not in the list that was published at the start.
    latchkey.rotateKeys();
    var third = latchkey.logIn().access();

    assertThat(orders(first).statusCode()).isEqualTo(200);
    assertThat(orders(second).statusCode()).isEqualTo(200);
    assertThat(orders(third).statusCode()).isEqualTo(200);
    assertThat(header(first)).isNotEqualTo(header(second)).isNotEqualTo(header(third));
  }

  /// The other way, which the README shows: no setting of Latchkey's, but a bean.
  @Test
  void servesATokenOfTheStandardTypeWithTheBeanAndNotWithout(@TempDir Path other) throws Exception {
    try (var standard = RunningLatchkey.start(other);
        var strict = run(standard, AccessTokensOnly.class);
        var lenient = run(standard)) {
      var token = standard.logIn().access();

      assertThat(orders(strict, token).statusCode()).isEqualTo(200);
      assertThat(orders(lenient, token).statusCode()).isEqualTo(401);
    }
  }

  static class AccessTokensOnly {
    @Bean
    JwtTypeValidator accessTokensOnly() {
      return new JwtTypeValidator("at+jwt");
    }
  }

  @Test
  void refusesATokenThatWasChanged() throws Exception {
    var token = latchkey.logIn().access();
    var signature = token.lastIndexOf('.') + 1;
    var other = token.charAt(signature) == 'A' ? 'B' : 'A';

    var answer = orders(token.substring(0, signature) + other + token.substring(signature + 1));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void refusesARefreshToken() throws Exception {
    assertThat(orders(latchkey.logIn().refresh()).statusCode()).isEqualTo(401);
  }

  private static ConfigurableApplicationContext run(RunningLatchkey issuer, Class<?>... more) {
    return new SpringApplicationBuilder(OrdersApplication.class)
        .sources(more)
        .run(
            "--server.port=0",
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.url());
  }

  private static HttpResponse<String> orders(String token) throws Exception {
    return orders(service, token);
  }

  private static HttpResponse<String> orders(ConfigurableApplicationContext called, String token)
      throws Exception {
    var port = called.getEnvironment().getProperty("local.server.port");
    return RunningLatchkey.get("http://localhost:" + port + "/orders", token);
  }

  private static String header(String token) {
    return token.substring(0, token.indexOf('.'));
  }
}
