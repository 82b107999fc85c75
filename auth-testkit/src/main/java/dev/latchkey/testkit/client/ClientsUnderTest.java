package dev.latchkey.testkit.client;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.sample.SampleClients;
import java.util.List;

/// What a test of a store of clients gives to its contract. The store need not be empty: every test
/// makes clients of its own.
public interface ClientsUnderTest {

  /// The clients, the same throughout a test.
  ClientStore clients();

  /// What the audit keeps about a user, the oldest first.
  List<AuditEvent> events(UserId user);

  /// How often each race is run.
  default int rounds() {
    return 20;
  }

  /// A client that is kept with this secret.
  default RegisteredClient kept(StoredSecret first) {
    var client = SampleClients.client();
    assertThat(clients().create(client, first, Consequences.NONE))
        .isEqualTo(ClientStore.Creation.CREATED);
    return client;
  }

  /// Consequences by which it is seen whether a change was made.
  static Consequences noted(UserId user) {
    return Consequences.of(
        AuditEvent.of(EventKind.CLIENT_CHANGED, NOW, Origin.UNKNOWN).about(user));
  }
}
