package dev.latchkey.testkit.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.domain.port.BreachedPasswords.Finding;
import org.junit.jupiter.api.Test;

/// What every list of breached passwords keeps to. A test class of an adapter implements this and
/// inherits the tests.
public interface BreachedPasswordsContract {
  /// The password that [#withListed] lists, composed. Not among the commonest, so that nothing but
  /// the list can know it.
  RawPassword LISTED = new RawPassword("gr\u00fcn kettle orbit");

  /// A list that holds [#LISTED] and no other password of this contract.
  BreachedPasswords withListed();

  /// A list that cannot be asked now.
  BreachedPasswords unreachable();

  @Test
  default void findsAListedPassword() {
    assertThat(withListed().find(LISTED)).isEqualTo(Finding.FOUND);
  }

  @Test
  default void findsAListedPasswordHoweverItIsComposed() {
    var decomposed = new RawPassword("gru\u0308n kettle orbit");

    assertThat(withListed().find(decomposed)).isEqualTo(Finding.FOUND);
  }

  @Test
  default void findsNoOtherPassword() {
    var list = withListed();

    for (var other :
        new String[] {"", "Grün kettle orbit", "grün kettle orbi", "gr\u00fcn kettle"}) {
      assertThat(list.find(new RawPassword(other))).isEqualTo(Finding.NOT_FOUND);
    }
  }

  @Test
  default void saysSoWhereThereIsNoAnswer() {
    assertThat(unreachable().find(LISTED)).isEqualTo(Finding.NO_ANSWER);
    assertThat(unreachable().find(new RawPassword("another"))).isEqualTo(Finding.NO_ANSWER);
  }
}
