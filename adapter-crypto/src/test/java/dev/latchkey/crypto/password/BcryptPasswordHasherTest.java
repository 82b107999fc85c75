package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BcryptPasswordHasherTest {
  private static final Argon2Parameters FOR_LONG = new Argon2Parameters(64, 1, 1);
  private static final RawPassword PASSWORD = new RawPassword("Tr0ub4dor&3");

  private final BcryptPasswordHasher hasher = hasher(4);

  @Test
  void knowsThePasswordItHashed() {
    var stored = hasher.hash(PASSWORD);

    assertThat(stored.reveal()).matches("\\$2b\\$04\\$[./A-Za-z0-9]{53}");
    assertThat(hasher.hash(PASSWORD)).isNotEqualTo(stored);
    assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Verification.MATCHES);
    assertThat(hasher.verify(new RawPassword("tr0ub4dor&3"), stored))
        .isEqualTo(Verification.DIFFERS);
    assertThat(hasher.verify(PASSWORD, null)).isEqualTo(Verification.DIFFERS);
  }

  @Test
  @Tag("C057")
  void hashesWithArgon2idWhatItWouldCut() {
    var seventyTwo = new RawPassword("é".repeat(36));
    var longer = new RawPassword("é".repeat(36) + "a");

    var stored = hasher.hash(longer);

    assertThat(hasher.hash(seventyTwo).reveal()).startsWith("$2b$");
    assertThat(stored.reveal()).startsWith("$argon2id$");
    assertThat(hasher.verify(longer, stored)).isEqualTo(Verification.MATCHES);
    assertThat(hasher.verify(new RawPassword("é".repeat(36) + "b"), stored))
        .isEqualTo(Verification.DIFFERS);
  }

  @Test
  void anotherCostOrAlgorithmIsOutdated() {
    var argon2id =
        new Argon2idPasswordHasher(FOR_LONG, Argon2Implementation.best(), new SecureRandom());

    assertThat(hasher.verify(PASSWORD, hasher(5).hash(PASSWORD)))
        .isEqualTo(Verification.MATCHES_OUTDATED);
    assertThat(hasher.verify(PASSWORD, argon2id.hash(PASSWORD)))
        .isEqualTo(Verification.MATCHES_OUTDATED);
  }

  @Test
  void refusesACostOutOfBounds() {
    assertThatIllegalArgumentException().isThrownBy(() -> hasher(3));
    assertThatIllegalArgumentException().isThrownBy(() -> hasher(17));
  }

  private static BcryptPasswordHasher hasher(int cost) {
    return new BcryptPasswordHasher(
        cost, FOR_LONG, Argon2Implementation.best(), new SecureRandom());
  }
}
