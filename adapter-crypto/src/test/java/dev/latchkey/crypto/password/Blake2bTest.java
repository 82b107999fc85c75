package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.junit.jupiter.api.Test;

class Blake2bTest {
  /// RFC 7693 appendix A.
  @Test
  void givesTheDigestOfTheRfc() {
    var digest = new Blake2b(64).update("abc".getBytes(StandardCharsets.US_ASCII)).finish();

    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo(
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
  }

  /// Block boundaries among them, and in whatever pieces the input comes.
  @Test
  void agreesWithTheLibraryOnAnything() {
    var random = new Random(7);
    for (var i = 0; i < 4_000; i++) {
      var input = new byte[i % 3 == 0 ? 128 * random.nextInt(10) : random.nextInt(1_200)];
      random.nextBytes(input);
      var length = 1 + random.nextInt(64);
      var cut = random.nextInt(input.length + 1);

      var digest =
          new Blake2b(length)
              .update(Arrays.copyOf(input, cut))
              .update(Arrays.copyOfRange(input, cut, input.length))
              .finish();

      assertThat(digest)
          .as("%d bytes of %d, cut at %d", length, input.length, cut)
          .isEqualTo(library(input, length));
    }
  }

  private static byte[] library(byte[] input, int length) {
    var digest = new Blake2bDigest(8 * length);
    digest.update(input, 0, input.length);
    var output = new byte[length];
    digest.doFinal(output, 0);
    return output;
  }
}
