package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idPasswordHasherTest {
  private static final Argon2Parameters TODAY = new Argon2Parameters(64, 2, 1);
  private static final RawPassword RIGHT = new RawPassword("the right one");
  private static final RawPassword WRONG = new RawPassword("the wrong one");

  /// The parameters of each computation that was made.
  private final List<Argon2Parameters> computed = new ArrayList<>();

  private final Argon2idPasswordHasher hasher = hasher(TODAY);

  @Test
  void knowsThePasswordItHashed() {
    var stored = hasher.hash(RIGHT);

    assertThat(hasher.verify(RIGHT, stored)).isEqualTo(Verification.MATCHES);
    assertThat(hasher.verify(WRONG, stored)).isEqualTo(Verification.DIFFERS);
    assertThat(computed).containsExactly(TODAY, TODAY, TODAY);
  }

  @Test
  @Tag("C059")
  void hashesEveryPasswordInTheRecommendedFormWithItsOwnSalt() {
    var recommended =
        new Argon2idPasswordHasher(
            Argon2Parameters.RECOMMENDED, Argon2Implementation.best(), new SecureRandom());

    var texts = IntStream.range(0, 20).mapToObj(i -> recommended.hash(RIGHT).reveal()).toList();

    assertThat(texts)
        .allMatch(text ->
            text.matches(
                "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"));
    assertThat(distinct(texts, 4)).hasSize(20);
    assertThat(distinct(texts, 5)).hasSize(20);
  }

  private static Set<String> distinct(List<String> texts, int part) {
    var parts = new HashSet<String>();
    texts.forEach(text -> parts.add(text.split("\\$", -1)[part]));
    return parts;
  }

  @Test
  @Tag("C052")
  void anUnknownUserCostsOneHashOfTodaysParameters() {
    assertThat(hasher.verify(RIGHT, null)).isEqualTo(Verification.DIFFERS);
    assertThat(computed).containsExactly(TODAY);
  }

  @ParameterizedTest
  @Tag("C060")
  @ValueSource(
      strings = {
        "",
        "null",
        "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ",
        "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$",
        "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void aCorruptHashCostsOneHashAndNeverMatches(String stored) {
    assertThat(hasher.verify(RIGHT, new PasswordHash(stored))).isEqualTo(Verification.CORRUPT);
    assertThat(hasher.verify(new RawPassword(""), new PasswordHash(stored)))
        .isEqualTo(Verification.CORRUPT);
    assertThat(computed).containsExactly(TODAY, TODAY);
  }

  @Test
  void aHashOfOtherParametersOrAlgorithmIsOutdated() {
    var weaker = hasher(new Argon2Parameters(32, 1, 1)).hash(RIGHT);
    var bcrypt = BcryptHash.compute(bytes(RIGHT), new byte[16], 4).text();
    var shortTag =
        Argon2idHash.compute(
                bytes(RIGHT),
                new byte[16],
                TODAY,
                16,
                Argon2Implementation.best().function(Argon2Parameters.RECOMMENDED))
            .phc();

    assertThat(hasher.verify(RIGHT, weaker)).isEqualTo(Verification.MATCHES_OUTDATED);
    assertThat(hasher.verify(WRONG, weaker)).isEqualTo(Verification.DIFFERS);
    assertThat(hasher.verify(RIGHT, new PasswordHash(bcrypt)))
        .isEqualTo(Verification.MATCHES_OUTDATED);
    assertThat(hasher.verify(WRONG, new PasswordHash(bcrypt))).isEqualTo(Verification.DIFFERS);
    assertThat(hasher.verify(RIGHT, new PasswordHash(shortTag)))
        .isEqualTo(Verification.MATCHES_OUTDATED);
  }

  @Test
  @Tag("C057")
  void longPasswordsAreHashedWhole() {
    var stored = hasher.hash(new RawPassword("x".repeat(255) + "a"));

    assertThat(hasher.verify(new RawPassword("x".repeat(255) + "a"), stored))
        .isEqualTo(Verification.MATCHES);
    assertThat(hasher.verify(new RawPassword("x".repeat(255) + "b"), stored))
        .isEqualTo(Verification.DIFFERS);
    assertThat(hasher.verify(new RawPassword("x".repeat(72)), stored))
        .isEqualTo(Verification.DIFFERS);
  }

  @Test
  @Tag("C057")
  void aLongPasswordNeverMatchesABcryptHashByItsPrefix() {
    var prefix = "x".repeat(72);
    var stored =
        new PasswordHash(
            BcryptHash.compute(bytes(new RawPassword(prefix)), new byte[16], 4).text());

    assertThat(hasher.verify(new RawPassword(prefix), stored))
        .isEqualTo(Verification.MATCHES_OUTDATED);
    assertThat(hasher.verify(new RawPassword(prefix + "y"), stored))
        .isEqualTo(Verification.DIFFERS);
    assertThat(computed).containsExactly(TODAY);
  }

  @Test
  @Tag("C058")
  void composedAndDecomposedLettersAreOnePasswordButLigaturesAreNot() {
    var accent = hasher.hash(new RawPassword("caf\u00e9 au lait"));
    var ligature = hasher.hash(new RawPassword("\ufb01fty-fifty"));

    assertThat(hasher.verify(new RawPassword("cafe\u0301 au lait"), accent))
        .isEqualTo(Verification.MATCHES);
    assertThat(hasher.verify(new RawPassword("fifty-fifty"), ligature))
        .isEqualTo(Verification.DIFFERS);
  }

  @Test
  void neverHashesWhatTheRulesRefuse() {
    var halfSurrogate = new RawPassword("\ud800 and some more");
    var stored = hasher.hash(new RawPassword("? and some more"));

    assertThatIllegalArgumentException().isThrownBy(() -> hasher.hash(halfSurrogate));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hasher.hash(new RawPassword("x".repeat(257))));
    assertThat(hasher.verify(halfSurrogate, stored)).isEqualTo(Verification.DIFFERS);
    assertThat(computed).hasSize(2);
  }

  private Argon2idPasswordHasher hasher(Argon2Parameters parameters) {
    var function = Argon2Implementation.best().function(Argon2Parameters.RECOMMENDED);
    Argon2id noting =
        (password, salt, cost, length) -> {
          computed.add(cost);
          return function.tag(password, salt, cost, length);
        };
    return new Argon2idPasswordHasher(new Argon2idScheme(parameters, noting, new SecureRandom()));
  }

  private static byte[] bytes(RawPassword password) {
    return password.reveal().getBytes(StandardCharsets.UTF_8);
  }
}
