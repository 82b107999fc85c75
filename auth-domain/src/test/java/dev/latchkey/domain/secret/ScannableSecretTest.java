package dev.latchkey.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class ScannableSecretTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void hasAFormThatScannersFind() {
    var made = new HashSet<String>();

    for (var i = 0; i < 200; i++) {
      made.add(ScannableSecret.make("lks_", random));
    }

    assertThat(made)
        .hasSize(200)
        .allMatch(secret -> secret.matches("lks_[0-9A-Za-z]{49}"))
        .allMatch(secret -> ScannableSecret.isWellFormed("lks_", secret));
  }

  /// Computed apart from this code: zlib's CRC-32 of the first part, in base 62.
  @Test
  void isWrittenAsThoseWhoScanWouldRead() {
    assertThat(ScannableSecret.make("lks_", always(0)))
        .isEqualTo("lks_" + "0".repeat(43) + "3GTfko");
    assertThat(ScannableSecret.make("lkp_", always(255)))
        .isEqualTo("lkp_yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp10hDef1");
  }

  @Test
  void refusesEveryTextThatDiffersInOneCharacter() {
    var secret = ScannableSecret.make("lks_", random);

    for (var at = 0; at < secret.length(); at++) {
      var other = secret.charAt(at) == 'A' ? 'B' : 'A';
      var changed = secret.substring(0, at) + other + secret.substring(at + 1);
      assertThat(ScannableSecret.isWellFormed("lks_", changed)).as(changed).isFalse();
    }
    assertThat(ScannableSecret.isWellFormed("lkp_", secret)).isFalse();
    assertThat(ScannableSecret.isWellFormed("lks_", secret + "0")).isFalse();
    assertThat(ScannableSecret.isWellFormed("lks_", secret.replace('_', '-'))).isFalse();
    assertThat(ScannableSecret.isWellFormed("lks_", "")).isFalse();
    assertThat(ScannableSecret.isWellFormed("lks_", "lks_" + "é".repeat(49))).isFalse();
  }

  @SuppressWarnings("serial")
  private static SecureRandom always(int value) {
    return new SecureRandom() {
      @Override
      public void nextBytes(byte[] bytes) {
        Arrays.fill(bytes, (byte) value);
      }
    };
  }
}
