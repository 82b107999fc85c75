package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// Faults of ours: told as such, in general words, and in the log by the id of the request.
class FaultsTest {
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final BreakableStores stores = new BreakableStores();
  private final RestServer server = RestServer.on(stores.ports(), Map.of("test.failing", true));
  private final RestClient client = server.client();

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void stop() {
    root().detachAppender(log);
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"checked", "io", "error", "overflow", "memory", "argument", "other"})
  @Tag("C007")
  void answersAnUnexpectedFaultInGeneralWords(String how) {
    var answer = client.get("/failing/" + how);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal_error");
    assertThat(answer.raw().body()).doesNotContain("canary", "secret");
    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getMDCPropertyMap())
        .containsExactly(Map.entry("request_id", answer.text("request_id")));
    assertThat(log.list.get(0).getThrowableProxy()).isNotNull();
  }

  @Test
  @Tag("C147")
  void isAliveAlsoForThoseWhoseTokenCannotBeLookedUp() {
    var me = client.as("alive@example.test");
    stores.broken(true);

    assertThat(me.get("/health/liveness").status()).isEqualTo(200);
  }

  @Test
  void saysThatALostDatabaseIsNoFaultOfTheCaller() {
    var me = client.as("lost@example.test");
    var refresh = client.logIn("lost@example.test", RestServer.PASSWORD).text("refresh_token");
    var service = ServiceClient.register(server, server.admin("boss@example.test"), "service");
    stores.broken(true);

    var answers =
        List.of(
            service.post("/auth/token", "grant_type=client_credentials"),
            service.introspect(refresh),
            service.revoke(refresh),
            me.get("/auth/me"),
            me.get("/users"),
            me.delete("/auth/sessions/00000000-0000-7000-8000-000000000000"),
            client.register("new@example.test", RestServer.PASSWORD),
            client.logIn("lost@example.test", RestServer.PASSWORD),
            client.refresh(refresh),
            client.logOut(refresh, "session"),
            client.postForm("/auth/token", "username=lost@example.test&password=correct+horse"),
            client.postForm("/auth/token", "grant_type=refresh_token&refresh_token=" + refresh));

    for (var answer : answers) {
      assertThat(answer.status()).as(answer.raw().request().uri().getPath()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("service_unavailable");
      assertThat(answer.raw().body()).doesNotContain("invalid_grant", "pool");
      assertThat(answer.header("Retry-After")).isEqualTo("3");
    }
    assertThat(log.list).hasSize(answers.size());
  }

  @Test
  void takesTheSameTokensWhenTheDatabaseIsBack() {
    var me = client.as("back@example.test");
    var refresh = client.logIn("back@example.test", RestServer.PASSWORD).text("refresh_token");
    stores.broken(true);
    client.refresh(refresh);
    me.get("/auth/me");

    stores.broken(false);

    assertThat(me.get("/auth/me").status()).isEqualTo(200);
    assertThat(client.refresh(refresh).status()).isEqualTo(200);
  }

  @Test
  void shedsLoadWhereNoHashCanBeComputed() {
    var me = client.as("shed@example.test");
    server.hasher.overload(true);

    var answers =
        List.of(
            client.register("more@example.test", RestServer.PASSWORD),
            client.logIn("shed@example.test", RestServer.PASSWORD),
            client.postForm("/auth/token", "username=shed@example.test&password=correct+horse"),
            me.post(
                "/auth/password/change",
                "{\"current_password\":\"correct horse\",\"new_password\":\"battery staple\"}"));

    for (var answer : answers) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("overloaded");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
    server.hasher.overload(false);
    assertThat(client.logIn("shed@example.test", RestServer.PASSWORD).status()).isEqualTo(200);
  }

  /// Whoever asks again at once, whatever the answer says, is not to come back thousands of times.
  @Test
  void isInNoHurryToShedALogIn() {
    server.hasher.overload(true);
    var begin = System.nanoTime();

    for (var i = 0; i < 20; i++) {
      assertThat(client.logIn("shed@example.test", RestServer.PASSWORD).status()).isEqualTo(503);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void shedsALogInBeforeItsBodyIsLookedAt() {
    server.hasher.overload(true);

    assertThat(client.post("/auth/login", "{").status()).isEqualTo(503);

    server.hasher.overload(false);
    assertThat(client.post("/auth/login", "{").status()).isEqualTo(400);
  }

  @Test
  void keepsTheConnectionOfWhoIsTurnedAway() {
    server.hasher.overload(true);
    try (var raw = server.raw()) {
      var early = raw.send(logIn("Content-Length: 42")).answered();
      // What is late is the first request's body, and no request.
      raw.send("GET /health/liveness HTTP/1.1\nHost: x\n\n");
      var whole = raw.send(logIn("Content-Length: 2")).send("{}").answered();

      assertThat(early.status()).isEqualTo(503);
      assertThat(early.header("Connection")).isNull();
      assertThat(whole.status()).isEqualTo(503);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2\nExpect: 100-continue", "70000"})
  void endsTheConnectionOfWhoIsTurnedAwayWhereTheBodyMayNotComeOrIsTooLong(String length) {
    server.hasher.overload(true);
    try (var raw = server.raw()) {
      var reply = raw.send(logIn("Content-Length: " + length)).answered();

      assertThat(reply.status()).isEqualTo(503);
      assertThat(raw.closes()).isTrue();
    }
  }

  @Test
  void endsTheConnectionAfterAnUnexpectedFault() {
    try (var raw = server.raw()) {
      var reply = raw.send("GET /failing/other HTTP/1.1\nHost: x\n\n").answered();

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.header("Connection")).isEqualTo("close");
      assertThat(raw.closes()).isTrue();
    }
  }

  private static String logIn(String fields) {
    return "POST /auth/login HTTP/1.1\nHost: x\nContent-Type: application/json\n" + fields + "\n\n";
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
