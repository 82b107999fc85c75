package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.testkit.store.InMemoryStores;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// What is logged of requests, and by which id.
class RequestLogTest {
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger("dev.latchkey").addAppender(log);
    logger("dev.latchkey.access").setLevel(Level.INFO);
  }

  @AfterEach
  void stop() {
    logger("dev.latchkey").detachAppender(log);
    logger("dev.latchkey.access").setLevel(null);
  }

  @Test
  void namesTheRequestWhereverItIsWorkedOn() {
    try (var server = RestServer.start(Map.of("test.failing", true))) {
      var answer = server.client().get("/failing/logged");

      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .satisfiesExactly(
              first -> assertThat(first).contains("VirtualThread"),
              second -> assertThat(second).isEqualTo("Failed"));
      assertThat(log.list)
          .allSatisfy(event ->
              assertThat(event.getMDCPropertyMap())
                  .containsEntry("request_id", answer.text("request_id")));
      assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }
  }

  @Test
  void namesTheRequestAlsoWhereItsTokenIsChecked() {
    var ports = Ports.of(new InMemoryStores());
    var talking =
        new Ports(
            ports.users(),
            talking(ports.sessions()),
            ports.tickets(),
            ports.apiKeys(),
            ports.audit(),
            ports.clients());
    try (var server = RestServer.on(talking)) {
      var client = server.client().as("ann@example.test");
      log.list.clear();

      var answer = client.get("/auth/me");

      assertThat(log.list)
          .isNotEmpty()
          .allSatisfy(event ->
              assertThat(event.getMDCPropertyMap())
                  .containsEntry("request_id", answer.header("X-Request-Id")));
    }
  }

  /// A store that logs each call.
  private static SessionStore talking(SessionStore store) {
    return (SessionStore)
        Proxy.newProxyInstance(
            SessionStore.class.getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (proxy, method, arguments) -> {
              logger("dev.latchkey.test").warn("{}", method.getName());
              return method.invoke(store, arguments);
            });
  }

  @Test
  void logsNoRequestUnlessAskedTo() {
    try (var server = RestServer.start()) {
      server.client().get("/health/liveness");

      assertThat(log.list).isEmpty();
    }
  }

  @Test
  @Tag("C144")
  void logsEachRequestInWordsOfOurOwn() {
    try (var server = RestServer.start(Map.of("latchkey.access-log", "on"))) {
      var client = server.client();
      var id = "0190a0a0-0000-7000-8000-00000000ffff";

      client.send("GET", "/users/" + id + "?q=made-up", null, null, "User-Agent", "made-up");
      client.send("GET", "/made/up", null, null);
      client.send("MADE-UP", "/auth/login", null, null, "X-Request-Id", id);

      assertThat(log.list)
          .extracting(RequestLogTest::members)
          .satisfiesExactly(
              first ->
                  assertThat(first)
                      .containsEntry("method", "GET")
                      .containsEntry("route", "/users/{id}")
                      .containsEntry("status", "401")
                      .containsEntry("address", "127.0.0.0/24")
                      .containsKeys("duration_ms", "request_id"),
              second -> assertThat(second).containsEntry("route", "unmatched"),
              third ->
                  assertThat(third)
                      .containsEntry("method", "CUSTOM")
                      .containsEntry("request_id", id));
      assertThat(log.list.toString()).doesNotContain("made");
    }
  }

  private static Map<String, String> members(ILoggingEvent event) {
    var members =
        event.getKeyValuePairs().stream()
            .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    members.putAll(event.getMDCPropertyMap());
    return members;
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
