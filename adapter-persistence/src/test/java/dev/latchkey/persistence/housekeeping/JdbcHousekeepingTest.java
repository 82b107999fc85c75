package dev.latchkey.persistence.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Housekeeping;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.testkit.housekeeping.HousekeepingContract;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleClients;
import dev.latchkey.testkit.sample.SampleSessions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcHousekeepingTest implements HousekeepingContract {
  private static final String FAR = "2100-01-01T00:00:00Z";

  private final JdbcStores stores = JdbcStores.open();
  private final SampleSessions samples = new SampleSessions(stores.users(), stores.sessions());
  private final String user = samples.register().id().toString();
  private final String client = client();
  private int number;

  @AfterAll
  void hasLockedInOneOrderThroughout() {
    stores.close();

    assertThat(stores.deadlocks()).isZero();
  }

  @Override
  public Housekeeping housekeeping() {
    return stores.context().getBean(Housekeeping.class);
  }

  @Override
  public String leave(Remains what, Instant ended) {
    return leave(what, ended.toString());
  }

  @Override
  public String leaveLive(Remains what) {
    return switch (what) {
      case EVENTS -> leave(what, Instant.now().toString());
      case API_KEYS -> apiKey(FAR, "NULL");
      case MAILS -> mail(FAR, "NULL", "NULL");
      case UNSENT ->
          number % 2 == 0 ? mail(FAR, "NULL", "NULL") : mail("2000-01-01Z", quoted(FAR), "NULL");
      default -> leave(what, FAR);
    };
  }

  /// Every other one in another way, where there are two.
  private String leave(Remains what, String ended) {
    number++;
    return switch (what) {
      case TOKENS -> token(session(ended));
      case SESSIONS -> session(ended);
      case API_KEYS -> number % 2 == 0 ? apiKey(ended, "NULL") : apiKey(FAR, quoted(ended));
      case TICKETS -> ticket(ended);
      case REVOCATIONS -> revocation(ended);
      case COUNTERS -> counter(ended);
      case MAILS ->
          number % 2 == 0
              ? mail("2000-01-01Z", quoted(ended), "NULL")
              : mail("2000-01-01Z", "NULL", quoted(ended));
      case UNSENT -> mail(ended, "NULL", "NULL");
      case EVENTS -> event(ended);
    };
  }

  private String client() {
    var client = SampleClients.client();
    stores
        .context()
        .getBean(ClientStore.class)
        .create(client, SampleClients.secret(), Consequences.NONE);
    return client.id().value();
  }

  private static String quoted(String moment) {
    return "'" + moment + "'";
  }

  private String session(String ended) {
    return number % 2 == 0 || ended.equals(FAR)
        ? session(ended, "NULL", "NULL")
        : session(FAR, "'" + ended + "'", "'LOGGED_OUT'");
  }

  private String session(String expiresAt, String revokedAt, String reason) {
    return inserted(
        """
        INSERT INTO auth.session (id, user_id, created_at, last_used_at, expires_at, idle_until,
          revoked_at, revoke_reason)
        VALUES ('%s', '%s', '2000-01-01Z', '2000-01-01Z', '%s', '2000-01-02Z', %s, %s)
        """,
        user, expiresAt, revokedAt, reason);
  }

  private String token(String session) {
    return inserted(
        """
        INSERT INTO auth.refresh_token (jti, session_id, generation, token_hash, issued_at,
          expires_at, key_id)
        VALUES ('%s', '%s', 0, repeat('x', 32)::bytea, now(), now(), 'key')
        """,
        session);
  }

  private String apiKey(String expiresAt, String revokedAt) {
    return inserted(
        """
        INSERT INTO auth.api_key (id, user_id, name, scopes, hint, digest, created_at, expires_at,
          revoked_at)
        VALUES ('%s', '%s', 'key', '', 'lkp_', sha256(gen_random_uuid()::text::bytea),
          '2000-01-01Z', '%s', %s)
        """,
        user, expiresAt, revokedAt);
  }

  private String ticket(String expiresAt) {
    return inserted(
        """
        INSERT INTO auth.ticket (id, user_id, purpose, digest, email, created_at, expires_at)
        VALUES ('%s', '%s', 'VERIFY_EMAIL', sha256('%s'), 'a@x.test', '2000-01-01Z', '%s')
        """,
        samples.register().id(), number, expiresAt);
  }

  private String revocation(String expiresAt) {
    return inserted(
        "INSERT INTO auth.revoked_token (jti, client_id, expires_at) VALUES ('%s', '%s', '%s')",
        client, expiresAt);
  }

  private String counter(String resetsAt) {
    var key = "%064x".formatted(number);
    Postgres.execute(
        stores.database(),
        "INSERT INTO auth.rate_limit (key, hits, open_at, resets_at) VALUES ('\\x%s', 1, '%s', '%s')"
            .formatted(key, "2000-01-01Z", resetsAt));
    return key;
  }

  private String mail(String nextAttemptAt, String sentAt, String failedAt) {
    return inserted(
        """
        INSERT INTO auth.outbox (id, kind, recipient, user_id, created_at, next_attempt_at, sent_at,
          failed_at)
        VALUES ('%s', 'PASSWORD_CHANGED', 'a@x.test', '%s', '2000-01-01Z', '%s', %s, %s)
        """,
        user, nextAttemptAt, sentAt, failedAt);
  }

  private String event(String at) {
    return inserted("INSERT INTO auth.audit (id, at, kind) VALUES ('%s', '%s', 'user.edited')", at);
  }

  private String inserted(String sql, Object... values) {
    var id = UUID.randomUUID().toString();
    var all = new Object[values.length + 1];
    all[0] = id;
    System.arraycopy(values, 0, all, 1, values.length);
    Postgres.execute(stores.database(), sql.formatted(all));
    return id;
  }

  @Override
  public boolean isThere(Remains what, String name) {
    var place =
        switch (what) {
          case TOKENS -> "refresh_token WHERE jti";
          case SESSIONS -> "session WHERE id";
          case API_KEYS -> "api_key WHERE id";
          case TICKETS -> "ticket WHERE id";
          case REVOCATIONS -> "revoked_token WHERE jti";
          case COUNTERS -> "rate_limit WHERE encode(key, 'hex')";
          case MAILS, UNSENT -> "outbox WHERE id";
          case EVENTS -> "audit WHERE id";
        };
    return Postgres.query(stores.database(), "SELECT 1 FROM auth." + place + " = '" + name + "'")
        .isPresent();
  }

  @Test
  void leavesASessionForAsLongAsItHasTokens() {
    var session = session("2001-01-01T00:00:00Z", "NULL", "NULL");
    var token = token(session);
    var count = housekeeping().remove(Remains.SESSIONS, KEPT_SINCE, 1_000);

    assertThat(isThere(Remains.SESSIONS, session)).as("of %d", count).isTrue();
    housekeeping().remove(Remains.TOKENS, KEPT_SINCE, 1_000);
    housekeeping().remove(Remains.SESSIONS, KEPT_SINCE, 1_000);
    assertThat(isThere(Remains.TOKENS, token)).isFalse();
    assertThat(isThere(Remains.SESSIONS, session)).isFalse();
  }

  @Test
  void touchesNoSessionThatLivesAndNoneOfItsTokens() {
    var random = new Random(7);
    var now = Instant.parse("2026-06-15T12:00:00Z");
    var user = samples.register();
    var openings =
        IntStream.range(0, 40)
            .mapToObj(day -> samples.open(user, now.minus(Duration.ofDays(day))))
            .toList();
    var spent = openings.getFirst().first();
    var next = samples.refresh(spent, now.plusSeconds(1));
    openings.stream()
        .skip(1)
        .filter(opening -> random.nextBoolean())
        .forEach(opening ->
            stores
                .sessions()
                .end(
                    user.id(),
                    opening.session().id(),
                    EndReason.LOGGED_OUT,
                    opening.session().createdAt().plusSeconds(9),
                    Consequences.NONE));
    var live = stores.sessions().list(user.id(), now.plusSeconds(2));

    for (var what : Remains.values()) {
      var removed = 7;
      while (removed == 7) {
        removed = housekeeping().remove(what, now.minus(Duration.ofDays(9)), 7);
      }
    }

    assertThat(live).hasSizeGreaterThan(2);
    assertThat(stores.sessions().list(user.id(), now.plusSeconds(2))).isEqualTo(live);
    assertThat(samples.rotate(next, now.plusSeconds(3))).isInstanceOf(Rotated.Spent.class);
    assertThat(samples.rotate(spent, now.plusSeconds(4))).isInstanceOf(Rotated.Reused.class);
    assertThat(
            Postgres.query(
                stores.database(),
                """
                SELECT count(*) FROM auth.session WHERE user_id = '%s'
                  AND least(expires_at, revoked_at) < '%s'
                """
                    .formatted(user.id(), now.minus(Duration.ofDays(9)))))
        .contains("0");
  }

  @Test
  void waitsForNobodyAndPassesOverWhatOthersHold() throws SQLException {
    var held = leave(Remains.MAILS, "2001-01-01T00:00:00Z");
    var free = leave(Remains.MAILS, "2001-01-01T00:00:00Z");
    try (var other = Postgres.connect(stores.database());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT FROM auth.outbox WHERE id = '" + held + "' FOR UPDATE");

      housekeeping().remove(Remains.MAILS, KEPT_SINCE, 1_000);

      assertThat(isThere(Remains.MAILS, free)).isFalse();
      assertThat(isThere(Remains.MAILS, held)).isTrue();
      other.rollback();
    }
    housekeeping().remove(Remains.MAILS, KEPT_SINCE, 1_000);
    assertThat(isThere(Remains.MAILS, held)).isFalse();
  }

  @Test
  void leavesTheWorkToAnotherNodeThatDoesIt() throws SQLException {
    var left = leave(Remains.TICKETS, "2001-01-01T00:00:00Z");
    try (var other = Postgres.connect(stores.database());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('auth.housekeeping', 0))");

      assertThat(housekeeping().remove(Remains.TICKETS, KEPT_SINCE, 1_000)).isZero();
      other.rollback();
    }
    housekeeping().remove(Remains.TICKETS, KEPT_SINCE, 1_000);
    assertThat(isThere(Remains.TICKETS, left)).isFalse();
  }

  @Test
  void getsAlongWithPurges() {
    for (var round = 0; round < 10; round++) {
      var user = samples.register();
      var old = Instant.parse("2001-01-01T00:00:00Z");
      IntStream.range(0, 5).forEach(i -> samples.open(user, old));

      Race.between(
          () -> housekeeping().remove(Remains.TOKENS, KEPT_SINCE, 3),
          () -> housekeeping().remove(Remains.SESSIONS, KEPT_SINCE, 3),
          () -> stores.users().purge(user.id(), Consequences.NONE),
          () -> housekeeping().remove(Remains.TOKENS, KEPT_SINCE, 3));

      assertThat(stores.users().find(user.id())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVENTS") // a function, which shows no plan
  void findsWhatIsToGoByAnIndex(Remains what) throws SQLException {
    try (var connection = Postgres.connect(stores.database());
        var setting = connection.createStatement();
        var statement = connection.prepareStatement("EXPLAIN " + RemovalStatement.of(what))) {
      // A table of a few rows is read as a whole otherwise.
      setting.execute("SET enable_seqscan = off");
      var last = statement.getParameterMetaData().getParameterCount();
      for (var index = 1; index < last; index++) {
        statement.setObject(index, KEPT_SINCE.atOffset(ZoneOffset.UTC));
      }
      statement.setInt(last, 1_000);
      var plan = new StringBuilder();
      try (var lines = statement.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }

      assertThat(plan.toString())
          .doesNotContain("Seq Scan")
          .contains(
              switch (what) {
                case TOKENS, SESSIONS -> "session_expires_at";
                case API_KEYS -> "api_key_expires_at";
                case TICKETS -> "ticket_expires_at";
                case REVOCATIONS -> "revoked_token_expires_at";
                case COUNTERS -> "rate_limit_resets_at";
                case MAILS -> "outbox_done_at";
                case UNSENT -> "outbox_waiting";
                case EVENTS -> "audit_at";
              });
    }
  }
}
