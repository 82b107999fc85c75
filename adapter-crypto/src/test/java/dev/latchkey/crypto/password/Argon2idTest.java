package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Version;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.junit.jupiter.api.Test;

class Argon2idTest {
  private static final HexFormat HEX = HexFormat.of();

  /// RFC 9106 section 5.3.
  private static final byte[] RFC_TAG =
      HEX.parseHex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");

  private final Argon2id nativeOne =
      Argon2Implementation.NATIVE.function(Argon2Parameters.RECOMMENDED);
  private final Argon2id bouncyCastle =
      Argon2Implementation.BOUNCY_CASTLE.function(Argon2Parameters.RECOMMENDED);

  @Test
  void nativeLibraryGivesTheTagOfTheRfc() {
    var library = Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id);

    var tag =
        library.rawHashAdvanced(
            3, 32, 4, bytes(32, 1), bytes(16, 2), bytes(8, 3), bytes(12, 4), 32, Argon2Version.V13);

    assertThat(tag).isEqualTo(RFC_TAG);
  }

  @Test
  void bouncyCastleGivesTheTagOfTheRfc() {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new org.bouncycastle.crypto.params.Argon2Parameters.Builder(2)
            .withVersion(0x13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(bytes(16, 2))
            .withSecret(bytes(8, 3))
            .withAdditional(bytes(12, 4))
            .build());

    var tag = new byte[32];
    generator.generateBytes(bytes(32, 1), tag);

    assertThat(tag).isEqualTo(RFC_TAG);
  }

  @Test
  void bothImplementationsAgreeOnAnything() {
    var random = new Random(9106);
    for (var i = 0; i < 300; i++) {
      var password = randomBytes(random, random.nextInt(200));
      var salt = randomBytes(random, 8 + random.nextInt(57));
      var lanes = 1 + random.nextInt(4);
      var parameters =
          new Argon2Parameters(8 * lanes + random.nextInt(200), 1 + random.nextInt(3), lanes);
      var length = 16 + random.nextInt(49);

      var tag = nativeOne.tag(password, salt, parameters, length);

      assertThat(bouncyCastle.tag(password, salt, parameters, length))
          .as("%s, %d bytes of password", parameters, password.length)
          .isEqualTo(tag)
          .hasSize(length);
    }
  }

  @Test
  void leavesThePasswordItIsGivenAsItIs() {
    var password = bytes(12, 7);

    nativeOne.tag(password, bytes(16, 1), new Argon2Parameters(64, 1, 1), 32);
    bouncyCastle.tag(password, bytes(16, 1), new Argon2Parameters(64, 1, 1), 32);

    assertThat(password).isEqualTo(bytes(12, 7));
  }

  @Test
  void choosesVectorsWhereTheRuntimeHasThemAndTheNativeLibraryOtherwise() {
    var hasVectors =
        Runtime.version().feature() >= 25
            && System.getProperty("os.arch").equals("amd64")
            && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    assertThat(Argon2Implementation.best())
        .isEqualTo(hasVectors ? Argon2Implementation.VECTOR : Argon2Implementation.NATIVE)
        .hasToString(hasVectors ? "vector" : "native");
    assertThat(Argon2Implementation.bestOfLibraries()).isEqualTo(Argon2Implementation.NATIVE);
    assertThat(Argon2Implementation.isSound(BouncyCastleArgon2id::new)).isTrue();
  }

  @Test
  void fallsBackWhereALibraryDoesNotLoadOrComputesSomethingElse() {
    assertThat(
            Argon2Implementation.isSound(() -> {
              throw new UnsatisfiedLinkError("no argon2 here");
            }))
        .isFalse();
    assertThat(Argon2Implementation.isSound(() -> (password, salt, cost, n) -> new byte[n]))
        .isFalse();
    assertThat(Argon2Implementation.BOUNCY_CASTLE).hasToString("bouncy-castle");
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
