package dev.latchkey.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Housekeeping;
import dev.latchkey.domain.port.UserStore.Removal;
import dev.latchkey.domain.session.Client;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The service on a database user that has what `docs/features/audit.md` gives it, and no more.
@Tag("C142")
class LeastPrivilegeTest {
  private static final String PASSWORD = "test";

  @Test
  void worksAndCannotChangeTheAudit() throws IOException {
    var owner = Postgres.createMigrated();
    var app = withGrants(owner);

    assertThat(Migrations.apply(app)).isZero();
    try (var stores = JdbcStores.on(app)) {
      var samples = new SampleSessions(stores.users(), stores.sessions());
      var user = samples.register();
      var opening = samples.open(user, SampleUsers.NOW);
      assertThat(samples.refresh(opening.first(), SampleUsers.NOW)).isNotNull();
      var origin = new Origin("request-1", new Client("192.0.2.7", "Sample/1.0"));
      var old = Instant.parse("2020-01-01T00:00:00Z");
      stores.audit().append(AuditEvent.of(EventKind.USER_EDITED, old, origin).about(user.id()));

      assertThat(stores.users().purge(user.id(), Consequences.NONE)).isEqualTo(Removal.REMOVED);

      assertThat(stores.events(user.id()))
          .singleElement()
          .satisfies(event -> assertThat(event.origin().client()).isEqualTo(Client.UNKNOWN));
      for (var sql :
          List.of(
              "UPDATE auth.audit SET kind = 'user.edited'",
              "DELETE FROM auth.audit",
              "TRUNCATE auth.audit",
              "ALTER TABLE auth.audit DISABLE TRIGGER ALL",
              "DROP TRIGGER audit_append_only ON auth.audit",
              "CREATE TABLE auth.mine (id int)",
              "SET ROLE " + owner.user())) {
        assertThatThrownBy(() -> Postgres.execute(app, sql))
            .as(sql)
            .cause()
            .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
      }
      var housekeeping = stores.context().getBean(Housekeeping.class);
      assertThat(housekeeping.remove(Remains.EVENTS, old.plusSeconds(1), 10)).isOne();
    }
  }

  private static Database withGrants(Database owner) throws IOException {
    var name = "auth_app_" + SampleUsers.word();
    var page = Files.readString(Path.of("..", "docs", "features", "audit.md"));
    var grants = Pattern.compile("(?s)```sql\n(.*?)```").matcher(page);
    assertThat(grants.find()).isTrue();
    Postgres.execute(owner, "CREATE ROLE " + name + " LOGIN PASSWORD '" + PASSWORD + "'");
    Postgres.execute(owner, grants.group(1).replace("auth_app", name));
    return new Database(owner.url(), name, PASSWORD);
  }
}
