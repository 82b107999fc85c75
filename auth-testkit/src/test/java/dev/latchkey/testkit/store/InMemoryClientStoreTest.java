package dev.latchkey.testkit.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.client.ClientStoreContract;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryClientStoreTest implements ClientStoreContract {
  private final InMemoryStores stores = new InMemoryStores();

  @Override
  public ClientStore clients() {
    return stores.clients();
  }

  @Override
  public List<AuditEvent> events(UserId user) {
    return events(stores, user);
  }

  private static List<AuditEvent> events(InMemoryStores stores, UserId user) {
    return stores.audit().events().stream().filter(event -> user.equals(event.user())).toList();
  }

  @Test
  void failsEveryRaceWithoutALock() {
    assertFails(new Unlocked(), ClientStoreContract::neverGivesAClientMoreThanTwoSecrets);
    assertFails(new Unlocked(), ClientStoreContract::givesAnIdToOneOfManyWhoAskForIt);
    assertFails(new Unlocked(), ClientStoreContract::losesNoEditOfAnotherField);
  }

  @Test
  void failsWhereOneClientPassesForAnother() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable KeptClient client(ClientId id) {
            return clients.values().stream().findFirst().orElse(null);
          }
        };

    assertFails(broken, ClientStoreContract::knowsNobodyByTheSecretOfAnother);
  }

  @Test
  void failsWhereNoRevocationIsKept() {
    var broken =
        new InMemoryState() {
          @Override
          @Nullable KeptClient client(ClientId id) {
            revoked.clear();
            return super.client(id);
          }
        };

    assertFails(broken, ClientStoreContract::findsTheBearerOfATokenUntilItIsRevoked);
  }

  private static void assertFails(InMemoryState broken, Consumer<ClientStoreContract> test) {
    assertThatThrownBy(() -> test.accept(new Kept(new InMemoryStores(broken))))
        .isInstanceOf(AssertionError.class)
        .hasMessageNotContaining("a runner");
  }

  private record Kept(InMemoryStores stores) implements ClientStoreContract {

    @Override
    public ClientStore clients() {
      return stores.clients();
    }

    @Override
    public List<AuditEvent> events(UserId user) {
      return InMemoryClientStoreTest.events(stores, user);
    }

    @Override
    public int rounds() {
      return 500;
    }
  }
}
