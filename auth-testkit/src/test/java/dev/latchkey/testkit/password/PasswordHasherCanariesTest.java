package dev.latchkey.testkit.password;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Broken hashers fail the contract.
class PasswordHasherCanariesTest {

  @Test
  void failsWhereLongPasswordsAreCut() {
    var broken = new Broken();

    assertThatThrownBy(broken::tellsLongPasswordsApartByTheirLastCharacter)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereNothingIsHashedForNobody() {
    var broken = new Broken();

    assertThatThrownBy(broken::computesOneHashWhateverIsStored).isInstanceOf(AssertionError.class);
  }

  @Test
  void failsWhereACorruptHashIsTakenForAnotherPasswords() {
    var broken = new Broken();

    assertThatThrownBy(() -> broken.findsAHashCorruptThatCannotBeRead("$argon2id$"))
        .isInstanceOf(AssertionError.class);
  }

  /// Cuts passwords at 72 characters, and takes a short way where there is nothing to check.
  private static final class Broken implements PasswordHasherContract, PasswordHasher {
    private final QuickPasswordHasher quick = new QuickPasswordHasher();

    @Override
    public PasswordHash hash(RawPassword password) {
      return quick.hash(cut(password));
    }

    @Override
    public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
      return stored == null || !stored.reveal().startsWith("$quick")
          ? Verification.DIFFERS
          : quick.verify(cut(password), stored);
    }

    private static RawPassword cut(RawPassword password) {
      var content = password.reveal();
      return new RawPassword(content.substring(0, Math.min(72, content.length())));
    }

    @Override
    public PasswordHasher hasher() {
      return this;
    }

    @Override
    public PasswordHash outdated(RawPassword password) {
      return quick.outdated(password);
    }

    @Override
    public OptionalInt hashesComputed() {
      return OptionalInt.of(quick.hashes());
    }
  }
}
