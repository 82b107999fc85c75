package dev.latchkey.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.user.UserTransferContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcUserTransferTest implements UserTransferContract {
  private final JdbcStores stores = JdbcStores.open();

  @AfterAll
  void hasLockedInOneOrderThroughout() {
    stores.close();

    assertThat(stores.deadlocks()).isZero();
  }

  @Override
  public UserTransfer transfer() {
    return stores.context().getBean(UserTransfer.class);
  }

  @Override
  public List<String> imports() {
    return Postgres.rows(
        stores.database(),
        "SELECT detail FROM auth.audit WHERE kind = 'users.imported' ORDER BY id",
        row -> row.getString(1));
  }

  @Override
  public UserStore users() {
    return stores.users();
  }

  @Test
  void takesAsManyAsABatchMayHold() {
    var batch =
        Stream.generate(SampleUsers::user)
            .limit(UserTransfer.MAX_BATCH)
            .map(user -> new Credentials(user, null))
            .toList();

    assertThat(add(batch)).containsOnly(UserTransfer.Arrival.ADDED);
    assertThat(add(batch)).containsOnly(UserTransfer.Arrival.ID_TAKEN);
  }

  private List<UserTransfer.Arrival> add(List<Credentials> users) {
    return transfer()
        .add(
            users,
            added ->
                AuditEvent.of(EventKind.USERS_IMPORTED, SampleUsers.NOW, Origin.UNKNOWN)
                    .saying("a test"));
  }

  @Test
  void keepsWhatLooksLikeSyntax() {
    var name = new DisplayName("{\"Zoë\", \\NULL},'--");
    var email = SampleUsers.word() + "{}'@example.test";
    var user = SampleUsers.user(email, new Profile(null, name, null), SampleUsers.NOW);

    add(List.of(new Credentials(user, null)));

    assertThat(users().find(user.id())).contains(user);
  }
}
