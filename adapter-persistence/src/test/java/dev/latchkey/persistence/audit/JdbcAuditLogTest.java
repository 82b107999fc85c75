package dev.latchkey.persistence.audit;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.testkit.audit.AuditLogContract;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcAuditLogTest implements AuditLogContract {
  private static final UserId SOMEBODY = new UserId(UUID.randomUUID());

  private final JdbcStores stores = JdbcStores.open();

  @AfterAll
  void closeStores() {
    stores.close();
  }

  @Override
  public AuditLog audit() {
    return stores.audit();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE auth.audit SET kind = 'user.edited'",
        "UPDATE auth.audit SET at = now()",
        "UPDATE auth.audit SET user_id = NULL",
        "UPDATE auth.audit SET detail = NULL, ip = NULL, user_agent = NULL",
        "UPDATE auth.audit SET ip = '192.0.2.9'",
        "UPDATE auth.audit SET ip = NULL",
        "DELETE FROM auth.audit",
        "TRUNCATE auth.audit",
      })
  @Tag("C142")
  void letsNobodyChangeOrRemoveWhatWasAppended(String sql) {
    appended();

    assertThatThrownBy(() -> Postgres.execute(stores.database(), sql))
        .cause()
        .hasMessageContaining("the audit is append-only");
  }

  @Test
  void letsADeviceBeTakenAway() {
    var user = appended();

    Postgres.execute(
        stores.database(),
        "UPDATE auth.audit SET ip = NULL, user_agent = NULL WHERE user_id = '" + user + "'");

    assertThat(stores.events(user))
        .singleElement()
        .extracting(event -> event.origin().client())
        .isEqualTo(Client.UNKNOWN);
  }

  @Test
  void removesNothingYoungerThanAMonthWhateverItIsAskedFor() {
    var user = new UserId(UUID.randomUUID());
    Postgres.execute(stores.database(), row(user, "29 days"));
    Postgres.execute(stores.database(), row(user, "31 days"));

    Postgres.query(stores.database(), "SELECT auth.remove_old_audit(now(), 1000000)");

    assertThat(stores.events(user)).hasSize(1);
    assertThatThrownBy(() ->
            Postgres.execute(
                stores.database(),
                "SET latchkey.audit_retention = 'on'; DELETE FROM auth.audit WHERE user_id = '"
                    + user
                    + "'"))
        .cause()
        .hasMessageContaining("the audit is append-only");
  }

  private static String row(UserId user, String age) {
    return """
    INSERT INTO auth.audit (id, at, kind, user_id)
    VALUES (gen_random_uuid(), now() - interval '%s', 'user.edited', '%s')
    """
        .formatted(age, user);
  }

  /// As after an update of another node.
  @Test
  void passesOverAKindThatOnlyALaterVersionKnows() {
    var user = appended();
    Postgres.execute(
        stores.database(),
        """
        INSERT INTO auth.audit (id, at, kind, user_id)
        VALUES (gen_random_uuid(), '2100-01-01', 'later.kind', '%s')
        """
            .formatted(user));

    var first = audit().search(AuditQuery.about(user, 1));
    var second = audit().search(AuditQuery.about(user, 1).after(first.next()));

    assertThat(first.entries()).isEmpty();
    assertThat(second.entries())
        .extracting(AuditEntry::event)
        .containsExactlyElementsOf(List.of(event(user)));
    assertThat(second.next()).isNull();
  }

  private UserId appended() {
    var user = new UserId(UUID.randomUUID());
    audit().append(event(user));
    return user;
  }

  private static AuditEvent event(UserId user) {
    var origin = new Origin("request-1", new Client("192.0.2.7", "Sample/1.0"));
    return AuditEvent.of(EventKind.ROLE_CHANGED, NOW, origin).about(user).saying("user>admin");
  }

  private static List<AuditQuery> queries() {
    var place = new AuditQuery.Place(NOW, UUID.randomUUID());
    return List.of(
        AuditQuery.all(20),
        AuditQuery.all(20).after(place),
        AuditQuery.about(SOMEBODY, 20).after(place),
        new AuditQuery(null, SOMEBODY, null, null, null, place, 20),
        new AuditQuery(null, null, EventKind.LOGIN_FAILED, NOW, null, place, 20),
        new AuditQuery(SOMEBODY, null, EventKind.LOGIN_FAILED, NOW, NOW, place, 20),
        new AuditQuery(null, null, null, NOW, NOW, null, 20));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void readsEachPageFromAnIndexInOrder(AuditQuery query) throws SQLException {
    var select = AuditSelect.page(query);
    try (var connection = Postgres.connect(stores.database());
        var setting = connection.createStatement();
        var statement = connection.prepareStatement("EXPLAIN " + select.sql())) {
      // A table of a few rows is read as a whole otherwise.
      setting.execute("SET enable_seqscan = off; SET enable_bitmapscan = off");
      for (var index = 0; index < select.parameters().size(); index++) {
        statement.setObject(index + 1, select.parameters().get(index));
      }
      var plan = new StringBuilder();
      try (var lines = statement.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }

      assertThat(plan.toString())
          .contains("Index Scan Backward using audit_")
          .doesNotContain("Sort");
    }
  }
}
