package dev.latchkey.testkit.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.port.BreachedPasswords;
import org.junit.jupiter.api.Test;

class ListedBreachedPasswordsTest implements BreachedPasswordsContract {

  @Override
  public BreachedPasswords withListed() {
    var list = new ListedBreachedPasswords();
    list.add(LISTED);
    return list;
  }

  @Override
  public BreachedPasswords unreachable() {
    var list = new ListedBreachedPasswords();
    list.silence(true);
    return list;
  }

  @Test
  void countsLookUps() {
    var list = new ListedBreachedPasswords();
    list.find(LISTED);

    assertThat(list.lookUps()).isEqualTo(1);
  }

  @Test
  void aListThatTakesSilenceForInnocenceFailsTheContract() {
    var broken =
        new BreachedPasswordsContract() {
          @Override
          public BreachedPasswords withListed() {
            return BreachedPasswords.none();
          }

          @Override
          public BreachedPasswords unreachable() {
            return BreachedPasswords.none();
          }
        };

    assertThatThrownBy(broken::findsAListedPassword).isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken::saysSoWhereThereIsNoAnswer).isInstanceOf(AssertionError.class);
  }
}
