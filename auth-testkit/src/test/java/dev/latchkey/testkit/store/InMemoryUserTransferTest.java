package dev.latchkey.testkit.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.user.UserTransferContract;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class InMemoryUserTransferTest implements UserTransferContract {
  private final InMemoryStores stores = new InMemoryStores(state());

  InMemoryState state() {
    return new InMemoryState();
  }

  @Override
  public UserTransfer transfer() {
    return stores.transfer();
  }

  @Override
  public List<String> imports() {
    return stores.audit().events().stream()
        .filter(event -> event.kind() == EventKind.USERS_IMPORTED)
        .map(AuditEvent::detail)
        .map(String::valueOf)
        .toList();
  }

  @Override
  public UserStore users() {
    return stores.users();
  }

  @Test
  void failsWhereBatchesDoNotWaitForEachOther() {
    var broken =
        new InMemoryUserTransferTest() {
          @Override
          InMemoryState state() {
            return new Unlocked();
          }
        };

    assertThatThrownBy(broken::addsEachUserOnceWhereTwoBatchesRace)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereNothingIsUnique() {
    var broken =
        new InMemoryUserTransferTest() {
          @Override
          InMemoryState state() {
            return new Indifferent();
          }
        };

    assertThatThrownBy(broken::saysOfEachUserWhatBecameOfItAndLeavesWhoIsThere)
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken::addsOneOfTwoInABatchThatAreTheSame)
        .isInstanceOf(AssertionError.class);
  }

  private static final class Indifferent extends InMemoryState {
    @Override
    boolean isTaken(UserId self, Predicate<User> clash) {
      return false;
    }
  }
}
