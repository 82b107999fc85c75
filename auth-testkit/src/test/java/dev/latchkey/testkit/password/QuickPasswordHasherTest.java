package dev.latchkey.testkit.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.PasswordHasher;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QuickPasswordHasherTest implements PasswordHasherContract {
  private final QuickPasswordHasher hasher = new QuickPasswordHasher();

  @Override
  public PasswordHasher hasher() {
    return hasher;
  }

  @Override
  public PasswordHash outdated(RawPassword password) {
    return hasher.outdated(password);
  }

  @Override
  public OptionalInt hashesComputed() {
    return OptionalInt.of(hasher.hashes());
  }

  @Test
  void findsItsCorruptHashCorrupt() {
    assertThat(hasher.verify(PASSWORD, QuickPasswordHasher.corrupt()))
        .isEqualTo(Verification.CORRUPT);
  }

  @Test
  void refusesWorkWhileItIsOverloaded() {
    var stored = hasher.hash(PASSWORD);
    hasher.overload(true);

    assertThatThrownBy(() -> hasher.hash(PASSWORD)).isInstanceOf(Overloaded.class);
    assertThatThrownBy(() -> hasher.verify(PASSWORD, stored)).isInstanceOf(Overloaded.class);
    assertThat(hasher.hashes()).isEqualTo(1);

    hasher.overload(false);
    assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Verification.MATCHES);
  }
}
