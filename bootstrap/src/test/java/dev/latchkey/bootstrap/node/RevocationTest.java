package dev.latchkey.bootstrap.node;

import static dev.latchkey.bootstrap.node.TwoNodes.ADMIN;
import static dev.latchkey.bootstrap.node.TwoNodes.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Answer;
import dev.latchkey.bootstrap.fault.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What one node ends is over there with the next call, and on the other as soon as that has heard
/// of it, although both remember it.
@Timeout(300)
class RevocationTest {
  @TempDir private static Path home;
  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = TwoNodes.start(home);
    var admin = nodes.logIn(ADMIN).accessToken();
    await(() -> hears(nodes.a().get("/metrics", admin)));
    await(() -> hears(nodes.b().get("/metrics", admin)));
  }

  private static boolean hears(Answer metrics) {
    return metrics.body().contains("latchkey_session_cache_hearing 1");
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void acceptsOnEachNodeWhatTheOtherHasIssued() {
    var user = nodes.register();
    var pair = nodes.logIn(user.email());

    assertThat(nodes.b().me(pair.accessToken()).text("email")).isEqualTo(user.email());
    var refreshed = nodes.b().refresh(pair.refreshToken());
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(nodes.a().me(refreshed.accessToken()).text("id")).isEqualTo(user.id());
  }

  @Test
  @Tag("C079")
  void endsASessionAtItsLogOut() {
    var user = nodes.register();
    var ended = nodes.logIn(user.email());
    var other = nodes.logIn(user.email());
    assertAlive(ended);

    assertThat(nodes.a().logOut(ended.refreshToken(), "session").status()).isEqualTo(200);

    assertDead(ended);
    assertAlive(other);
    assertThat(nodes.b().logOut(ended.refreshToken(), "session").status()).isEqualTo(200);
  }

  @Test
  @Tag("C081")
  void endsEverySessionAtALogOutOfAll() {
    var user = nodes.register();
    var sessions = Stream.generate(() -> nodes.logIn(user.email())).limit(20).toList();
    sessions.forEach(RevocationTest::assertAlive);

    nodes.a().logOut(sessions.getFirst().refreshToken(), "all");

    sessions.forEach(RevocationTest::assertDead);
  }

  @Test
  @Tag("C081")
  void endsTheOtherSessionsAtALogOutOfTheOthers() {
    var user = nodes.register();
    var own = nodes.logIn(user.email());
    var other = nodes.logIn(user.email());
    assertAlive(other);

    nodes.a().logOut(own.refreshToken(), "others");

    assertDead(other);
    assertAlive(own);
  }

  @Test
  void endsTheOtherSessionsAtAChangeOfThePassword() {
    var user = nodes.register();
    var own = nodes.logIn(user.email());
    var other = nodes.logIn(user.email());
    assertAlive(other);

    var changed = nodes.a().changePassword(own.accessToken(), PASSWORD, "another-" + PASSWORD);

    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
    assertDead(other);
    assertAlive(own);
    assertThat(nodes.b().logIn(user.email(), PASSWORD).status()).isEqualTo(401);
  }

  @Test
  @Tag("C116")
  void endsEverythingOfAUserWhoIsDisabled() {
    var user = nodes.register();
    var sessions = List.of(nodes.logIn(user.email()), nodes.logIn(user.email()));
    sessions.forEach(RevocationTest::assertAlive);

    var answer = nodes.a().patch(user.path(), admin(), "{\"is_active\": false}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    sessions.forEach(RevocationTest::assertDead);
    assertThat(nodes.b().logIn(user.email(), PASSWORD).text("code"))
        .isEqualTo("invalid_credentials");
  }

  @Test
  @Tag("C116")
  void endsEverythingOfAUserWhoIsDeletedOrErased() {
    for (var how : List.of("", "?purge=true")) {
      var user = nodes.register();
      var session = nodes.logIn(user.email());
      assertAlive(session);

      assertThat(nodes.a().delete(user.path() + how, admin()).status()).isEqualTo(204);

      assertDead(session);
      assertThat(nodes.b().logIn(user.email(), PASSWORD).status()).isEqualTo(401);
    }
  }

  @Test
  @Tag("C117")
  void endsTheSessionsThatAnAdminEnds() {
    var user = nodes.register();
    var session = nodes.logIn(user.email());
    var admin = nodes.logIn(ADMIN);
    assertAlive(session);

    var answer = nodes.a().delete(user.path() + "/sessions", admin.accessToken());

    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    assertDead(session);
    assertAlive(admin);
  }

  @Test
  @Tag("C118")
  void letsARoleCountAtOnce() {
    var user = nodes.register();
    var token = nodes.logIn(user.email()).accessToken();
    assertThat(nodes.b().get("/users", token).status()).isEqualTo(403);

    nodes.a().patch(user.path(), admin(), "{\"role\": \"admin\"}");
    assertThat(nodes.a().get("/users", token).status()).isEqualTo(200);
    await(() -> nodes.b().get("/users", token).status() == 200);

    nodes.a().patch(user.path(), admin(), "{\"role\": \"user\"}");
    assertThat(nodes.a().get("/users", token).status()).isEqualTo(403);
    await(() -> nodes.b().get("/users", token).status() == 403);
    assertThat(nodes.b().get("/users", token).status()).isEqualTo(403);
    assertThat(nodes.b().me(token).text("role")).isEqualTo("user");
  }

  @Test
  @Tag("C073")
  @Tag("C074")
  void endsTheSessionWhereASpentTokenComesBackEvenAfterARestart() {
    var user = nodes.register();
    var spent = nodes.logIn(user.email());
    var other = nodes.logIn(user.email());
    var next = nodes.b().refresh(spent.refreshToken());
    var newest = nodes.a().refresh(next.refreshToken());
    nodes.restartB();

    assertThat(nodes.b().refresh(spent.refreshToken()).text("code"))
        .isEqualTo("refresh_token_reused");

    assertDead(nodes.b(), nodes.a(), newest);
    assertAlive(other);
  }

  private static String admin() {
    return nodes.logIn(ADMIN).accessToken();
  }

  /// Before anything is ended, so that a node that keeps what it has seen is found out.
  private static void assertAlive(Answer pair) {
    for (var twice = 0; twice < 2; twice++) {
      assertThat(nodes.a().me(pair.accessToken()).status()).isEqualTo(200);
      assertThat(nodes.b().me(pair.accessToken()).status()).isEqualTo(200);
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void assertDead(Answer pair) {
    assertDead(nodes.a(), nodes.b(), pair);
  }

  /// At once on the node that ended it; on the other when that has heard of it, and from then on.
  private static void assertDead(Browser there, Browser elsewhere, Answer pair) {
    assertThat(there.me(pair.accessToken()).text("code")).isEqualTo("invalid_token");
    await(() -> elsewhere.me(pair.accessToken()).status() == 401);
    assertThat(elsewhere.me(pair.accessToken()).text("code")).isEqualTo("invalid_token");
    assertThat(elsewhere.refresh(pair.refreshToken()).status()).isEqualTo(401);
    assertThat(there.refresh(pair.refreshToken()).status()).isEqualTo(401);
  }
}
