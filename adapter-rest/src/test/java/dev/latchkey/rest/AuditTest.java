package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.testkit.store.InMemoryStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happened, as admins see it.
class AuditTest {
  private static final String CURIOUS = "curious@example.test";
  private static final InMemoryStores STORES = new InMemoryStores();
  private static final Set<Boolean> WROTE_ON_VIRTUAL_THREADS = ConcurrentHashMap.newKeySet();
  private static final RestServer SERVER = RestServer.on(ports());

  static {
    SERVER.createAdmin("boss@example.test", RestServer.PASSWORD);
  }

  // The clock goes on, and tokens do not live for long.
  private final RestClient admin = SERVER.client().as("boss@example.test");

  private static Ports ports() {
    var audit =
        (AuditLog)
            Proxy.newProxyInstance(
                AuditLog.class.getClassLoader(),
                new Class<?>[] {AuditLog.class},
                (proxy, method, arguments) -> {
                  WROTE_ON_VIRTUAL_THREADS.add(Thread.currentThread().isVirtual());
                  try {
                    return method.invoke(STORES.audit(), arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new Ports(
        STORES.users(),
        STORES.sessions(),
        STORES.tickets(),
        STORES.apiKeys(),
        audit,
        STORES.clients());
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void tellsWhoDidWhatFromWhere() {
    var id = SERVER.client().register("ann@example.test", RestServer.PASSWORD).text("id");
    var boss = admin.get("/auth/me").text("id");
    var edit = admin.patch("/users/" + id, "{\"role\":\"customer\"}");

    var page = admin.get("/audit?user_id=" + id + "&kind=role.changed");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().path("items")).hasSize(1);
    var event = page.json().at("/items/0");
    assertThat(event.path("kind").asText()).isEqualTo("role.changed");
    assertThat(event.path("actor_id").asText()).isEqualTo(boss);
    assertThat(event.path("user_id").asText()).isEqualTo(id);
    assertThat(event.path("request_id").asText()).isEqualTo(edit.header("X-Request-Id"));
    assertThat(event.path("ip").asText()).isEqualTo("127.0.0.1");
    assertThat(event.path("detail").asText()).isEqualTo("user>customer");
    assertThat(event.path("at").asText()).isEqualTo(SERVER.clock.instant().toString());
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void walksThroughAllPagesByLinksWhileOthersComeIn() {
    var id = SERVER.client().register("walk@example.test", RestServer.PASSWORD).text("id");
    for (int i = 0; i < 11; i++) {
      SERVER.clock.advance(Duration.ofSeconds(i % 2));
      rename(id, i);
    }

    var seen = new ArrayList<String>();
    var page = admin.get("/audit?limit=5&kind=user.edited&user_id=" + id);
    page.json().path("items").forEach(event -> seen.add(event.path("id").asText()));
    while (!page.header("Link").isEmpty()) {
      SERVER.clock.advance(Duration.ofSeconds(1));
      rename(id, 100 + seen.size());
      var link = page.header("Link");
      assertThat(link).endsWith(">; rel=\"next\"").contains(page.text("next_cursor"));
      page = admin.get(link.substring(1, link.indexOf('>')));
      page.json().path("items").forEach(event -> seen.add(event.path("id").asText()));
    }

    assertThat(seen).hasSize(11).doesNotHaveDuplicates();
    assertThat(page.json().has("next_cursor")).isFalse();
  }

  private void rename(String id, int number) {
    var answer = admin.patch("/users/" + id, "{\"name\":\"Ann " + number + "\"}");
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void filtersByTime() {
    var id = SERVER.client().register("time@example.test", RestServer.PASSWORD).text("id");
    var now = SERVER.clock.instant();
    var path = "/audit?user_id=" + id;

    assertThat(admin.get(path + "&since=" + now).json().path("items")).hasSize(1);
    assertThat(admin.get(path + "&until=" + now).json().path("items")).isEmpty();
    assertThat(admin.get(path + "&since=" + now.plusSeconds(1)).json().path("items")).isEmpty();
    assertThat(admin.get(path + "&until=" + now.plusSeconds(1)).json().path("items")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=2147483648",
        "limit=1e309",
        "limit=0x10",
        "limit=",
        "kind=login",
        "kind=LOGIN_FAILED",
        "kind=",
        "user_id=",
        "user_id=me",
        "user_id=1-1-1-1-1",
        "actor_id=0190a0a0-0000-7000-8000-00000000fffg",
        "actor_id=%00",
        "since=yesterday",
        "since=2026-02-30T00:00:00Z",
        "since=2026-01-01",
        "since=2026-01-01T00:00:00",
        "until=2026-01-01T00:00:00%2B01:00",
        "until=%2B999999999-01-01T00:00:00Z",
        "until=9e15",
        "cursor=",
        "cursor=x",
        "cursor=QVVESVQgMSAyMDI2",
        "page=1",
        "offset=9",
        "sort=at",
        "count=true"
      })
  @Tag("C021")
  void refusesWhatItDoesNotKnow(String query) {
    var answer = admin.get("/audit?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isIn("validation_failed", "unknown_field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=1&limit=2",
        "kind=login.failed&kind=role.changed",
        "cursor=a&cursor=b",
        "limit=1&l%69mit=1"
      })
  @Tag("C018")
  void refusesAParameterThatIsGivenTwice(String query) {
    assertThat(FieldsTest.errors(admin.get("/audit?" + query)))
        .containsExactly("query conflicting_fields");
  }

  @Test
  void refusesTheCursorOfAnotherList() {
    SERVER.client().register("other1@example.test", RestServer.PASSWORD);
    var users = admin.get("/users?limit=1").text("next_cursor");
    var audit = admin.get("/audit?limit=1").text("next_cursor");

    assertThat(FieldsTest.errors(admin.get("/audit?cursor=" + users)))
        .containsExactly("cursor invalid_value");
    assertThat(FieldsTest.errors(admin.get("/users?cursor=" + audit)))
        .containsExactly("cursor invalid_value");
  }

  @Test
  @Tag("C114")
  void notesWhoeverAsksForWhatOnlyAnAdminMay() {
    var id = SERVER.client().as(CURIOUS).get("/auth/me").text("id");
    var other = admin.get("/auth/me").text("id");
    var nobody = "0190a0a0-0000-7000-8000-00000000ffff";

    for (var path : List.of("/users/" + other, "/users/" + nobody)) {
      assertThat(denied(id, me -> me.get(path))).isEqualTo(404);
      assertThat(denied(id, me -> me.patch(path, "{\"name\":\"Eve\"}"))).isEqualTo(404);
      assertThat(denied(id, me -> me.put(path, "{\"name\":\"Eve\"}"))).isEqualTo(404);
      assertThat(denied(id, me -> me.delete(path))).isEqualTo(404);
    }
    for (var path : List.of("/users", "/audit", "/auth/stats", "/users/" + id + "/sessions")) {
      assertThat(denied(id, me -> me.get(path))).isEqualTo(403);
    }
    var self = "/users/" + id;
    assertThat(denied(id, me -> me.patch(self, "{\"role\":\"admin\"}"))).isEqualTo(403);
    assertThat(denied(id, me -> me.delete(self + "?purge=true"))).isEqualTo(403);

    assertThat(denials(id))
        .extracting(AuditEvent::detail)
        .contains("GET /users", "GET /users/{id}/sessions", "another user", "purge")
        .doesNotContainNull();
    assertThat(new HashSet<>(WROTE_ON_VIRTUAL_THREADS)).containsExactly(true);
  }

  /// The status of a call that is noted once, however often there are others like it.
  private static int denied(String id, Function<RestClient, RestClient.Answer> call) {
    SERVER.clock.advance(Duration.ofMinutes(1));
    var me = SERVER.client().as(CURIOUS);
    var before = denials(id).size();

    var answer = call.apply(me);
    me.get("/users");

    var after = denials(id);
    assertThat(after).as("one a minute").hasSize(before + 1);
    assertThat(after.getLast().origin().requestId()).isEqualTo(answer.header("X-Request-Id"));
    return answer.status();
  }

  private static List<AuditEvent> denials(String user) {
    return STORES.audit().events().stream()
        .filter(event -> event.kind() == EventKind.ACCESS_DENIED)
        .filter(event -> event.user() != null && event.user().toString().equals(user))
        .toList();
  }
}
