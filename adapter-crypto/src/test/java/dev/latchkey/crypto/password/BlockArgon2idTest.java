package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockArgon2idTest {
  private static final Argon2Parameters USUAL = new Argon2Parameters(64, 2, 1);

  @BeforeEach
  void needsVectors() {
    assumeTrue(Runtime.version().feature() >= 25, "an older Java has no vectors of use");
  }

  /// RFC 9106 section 5.3.
  @ParameterizedTest
  @ValueSource(ints = {256, 512})
  void givesTheTagOfTheRfc(int bits) {
    var tag =
        vectors(bits)
            .tag(
                new Argon2Parameters(32, 3, 4),
                32,
                bytes(32, 1),
                bytes(16, 2),
                bytes(8, 3),
                bytes(12, 4));

    assertThat(tag)
        .isEqualTo(
            HexFormat.of()
                .parseHex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 512})
  void agreesWithBothLibrariesOnAnything(int bits) {
    var vectors = vectors(bits);
    var others = List.of(new BouncyCastleArgon2id(), new NativeArgon2id());
    var random = new Random(bits);
    for (var i = 0; i < 1_500; i++) {
      var lanes = 1 + random.nextInt(8);
      var parameters =
          new Argon2Parameters(
              8 * lanes + random.nextInt(i % 100 == 0 ? 1_500 : 60), 1 + random.nextInt(10), lanes);
      var password = randomBytes(random, random.nextInt(300));
      var salt = randomBytes(random, 8 + random.nextInt(57));
      var length = 4 + random.nextInt(i % 2 == 0 ? 61 : 200);

      var tag = vectors.tag(password, salt, parameters, length);

      assertThat(tag)
          .as("%s, %d bytes of password, %d of tag", parameters, password.length, length)
          .hasSize(length)
          .isEqualTo(others.get(i % 2).tag(password, salt, parameters, length));
    }
  }

  /// Also with memory of the usual size, which holds what the hash before has left.
  @ParameterizedTest
  @ValueSource(ints = {256, 512})
  void neverReadsWhatAnotherHashLeft(int bits) {
    var vectors = vectors(bits);
    var other = new BouncyCastleArgon2id();
    var random = new Random(bits);
    for (var i = 0; i < 300; i++) {
      var parameters = new Argon2Parameters(64, 1 + random.nextInt(3), 1 + random.nextInt(8));
      var password = randomBytes(random, random.nextInt(100));

      assertThat(vectors.tag(password, bytes(16, i), parameters, 32))
          .isEqualTo(other.tag(password, bytes(16, i), parameters, 32));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 512})
  void computesOnManyThreadsAtOnce(int bits) {
    var vectors = vectors(bits);
    var expected = new BouncyCastleArgon2id().tag(bytes(9, 9), bytes(16, 1), USUAL, 32);

    var tags =
        Stream.generate(() -> bytes(9, 9))
            .limit(500)
            .parallel()
            .map(password -> vectors.tag(password, bytes(16, 1), USUAL, 32));

    assertThat(tags).allSatisfy(tag -> assertThat(tag).isEqualTo(expected));
  }

  private static BlockArgon2id vectors(int bits) {
    return new BlockArgon2id(
        bits == 256 ? new VectorCompression256() : new VectorCompression512(), USUAL);
  }

  private static byte[] bytes(int length, int value) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] randomBytes(Random random, int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
