package dev.latchkey.persistence.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.testkit.client.ClientStoreContract;
import dev.latchkey.testkit.sample.SampleClients;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcClientStoreTest implements ClientStoreContract {
  private final JdbcStores stores = JdbcStores.open();

  @AfterAll
  void hasLockedInOneOrderThroughout() {
    stores.close();

    assertThat(stores.deadlocks()).isZero();
  }

  @Override
  public ClientStore clients() {
    return stores.context().getBean(ClientStore.class);
  }

  @Override
  public List<AuditEvent> events(UserId user) {
    return stores.events(user);
  }

  /// What the database refuses from anybody.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE auth.client SET id = 'Reports' WHERE id = '%s'",
        "UPDATE auth.client SET id = 'latchkey' WHERE id = '%s'",
        "UPDATE auth.client SET id = 'abcdefab-1234-7234-8234-1234567890ab' WHERE id = '%s'",
        "UPDATE auth.client SET name = '' WHERE id = '%s'",
        "UPDATE auth.client SET scope = 'a  b' WHERE id = '%s'",
        "UPDATE auth.client SET scope = 'a ' WHERE id = '%s'",
        "UPDATE auth.client SET scope = 'ä' WHERE id = '%s'",
        "UPDATE auth.client SET scope = E'a\\\\b' WHERE id = '%s'",
        "UPDATE auth.client_secret SET digest = 'secret' WHERE client_id = '%s'",
        "UPDATE auth.client_secret SET place = 3 WHERE client_id = '%s'",
        """
        INSERT INTO auth.client_secret (id, client_id, place, digest, created_at)
        SELECT gen_random_uuid(), client_id, place, digest, created_at FROM auth.client_secret
        WHERE client_id = '%s'
        """,
      })
  void refusesWhatIsInNoProperForm(String sql) {
    var client = kept(SampleClients.secret());

    assertThatThrownBy(() -> Postgres.execute(stores.database(), sql.formatted(client.id())))
        .cause()
        .hasMessageMatching("(?s).*violates (check|unique) constraint \"client.*");
  }
}
