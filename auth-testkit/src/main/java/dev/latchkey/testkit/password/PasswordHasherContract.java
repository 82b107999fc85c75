package dev.latchkey.testkit.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.testkit.race.Race;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every password hasher keeps to. A test class of an adapter implements this and inherits the
/// tests. Give the hasher cheap parameters, and room for four calls at once.
public interface PasswordHasherContract {
  /// A password to hash.
  RawPassword PASSWORD = new RawPassword("correct horse battery staple");

  /// The hasher, the same throughout a test.
  PasswordHasher hasher();

  /// A hash of this password by another algorithm or with other parameters than today's.
  PasswordHash outdated(RawPassword password);

  /// How many full hashes the hasher has computed so far. Empty where nobody counts, which leaves
  /// one test out.
  default OptionalInt hashesComputed() {
    return OptionalInt.empty();
  }

  @Test
  default void matchesThePasswordThatWasHashed() {
    assertThat(hasher().verify(PASSWORD, hasher().hash(PASSWORD))).isEqualTo(Verification.MATCHES);
  }

  @Test
  default void differsForAnyOtherPassword() {
    var stored = hasher().hash(PASSWORD);

    for (var other :
        List.of(
            "",
            " ",
            "Correct horse battery staple",
            "correct horse battery staple ",
            " correct horse battery staple",
            "correct horse battery stapl")) {
      assertThat(hasher().verify(new RawPassword(other), stored)).isEqualTo(Verification.DIFFERS);
    }
  }

  @Test
  default void saltsEveryHash() {
    assertThat(hasher().hash(PASSWORD)).isNotEqualTo(hasher().hash(PASSWORD));
  }

  @Test
  default void keepsThePasswordOutOfItsHash() {
    assertThat(hasher().hash(PASSWORD).reveal()).doesNotContain("correct", "horse");
  }

  @Test
  default void differsWhereNoHashIsStored() {
    assertThat(hasher().verify(PASSWORD, null)).isEqualTo(Verification.DIFFERS);
  }

  @Test
  default void matchesAnOutdatedHashAndSaysSo() {
    assertThat(hasher().verify(PASSWORD, outdated(PASSWORD)))
        .isEqualTo(Verification.MATCHES_OUTDATED);
  }

  @Test
  default void differsFromTheOutdatedHashOfAnotherPassword() {
    assertThat(hasher().verify(new RawPassword("another password"), outdated(PASSWORD)))
        .isEqualTo(Verification.DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "$", "$$$$", "correct horse battery staple", "$argon2id$", "$2b$"})
  default void findsAHashCorruptThatCannotBeRead(String stored) {
    assertThat(hasher().verify(PASSWORD, new PasswordHash(stored))).isEqualTo(Verification.CORRUPT);
  }

  @Test
  default void matchesNoHashThatWasCut() {
    var whole = hasher().hash(PASSWORD).reveal();

    for (var length = 0; length < whole.length(); length += 7) {
      var cut = new PasswordHash(whole.substring(0, length));
      assertThat(hasher().verify(PASSWORD, cut).matches()).isFalse();
    }
  }

  @Test
  @Tag("C057")
  default void tellsLongPasswordsApartByTheirLastCharacter() {
    var stem = "é".repeat(RawPassword.MAX_CODE_POINTS - 1);
    var stored = hasher().hash(new RawPassword(stem + "1"));

    assertThat(hasher().verify(new RawPassword(stem + "1"), stored))
        .isEqualTo(Verification.MATCHES);
    assertThat(hasher().verify(new RawPassword(stem + "2"), stored))
        .isEqualTo(Verification.DIFFERS);
  }

  @Test
  @Tag("C058")
  default void takesAPasswordOfAnyScriptHoweverItIsComposed() {
    var composed = new RawPassword("пароль-\u00e9-🔑");
    var decomposed = new RawPassword("пароль-e\u0301-🔑");

    assertThat(hasher().verify(decomposed, hasher().hash(composed)))
        .isEqualTo(Verification.MATCHES);
  }

  @Test
  default void answersManyAtOnceEachForItself() {
    var stored = hasher().hash(PASSWORD);

    var answers =
        Race.among(
            List.<Callable<Verification>>of(
                () -> hasher().verify(PASSWORD, stored),
                () -> hasher().verify(new RawPassword("another password"), stored),
                () -> hasher().verify(PASSWORD, hasher().hash(PASSWORD)),
                () -> hasher().verify(PASSWORD, null)));

    assertThat(answers)
        .containsExactly(
            Verification.MATCHES, Verification.DIFFERS, Verification.MATCHES, Verification.DIFFERS);
  }

  @Test
  @Tag("C052")
  default void computesOneHashWhateverIsStored() {
    assumeTrue(hashesComputed().isPresent(), "this hasher does not count");
    var stored = hasher().hash(PASSWORD);

    assertThat(workFor(stored)).isEqualTo(1);
    assertThat(workFor(null)).isEqualTo(1);
    assertThat(workFor(new PasswordHash("unreadable"))).isEqualTo(1);
  }

  private int workFor(@Nullable PasswordHash stored) {
    var before = hashesComputed().orElseThrow();
    hasher().verify(new RawPassword("a wrong password"), stored);
    return hashesComputed().orElseThrow() - before;
  }
}
