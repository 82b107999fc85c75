package dev.latchkey.crypto.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;

/// Who computes Argon2id.
public enum Argon2Implementation {
  /// Java's Vector API, where the runtime is a JDK 25 or later with `jdk.incubator.vector` and the
  /// processor has wide registers: the fastest.
  VECTOR("vector"),
  /// The C library, through JNA.
  NATIVE("native"),
  /// Bouncy Castle, where the C library does not load: correct, but slower and hungrier.
  BOUNCY_CASTLE("bouncy-castle");

  private static final Argon2Parameters CHECKED = new Argon2Parameters(256, 2, 1);

  private final String label;

  Argon2Implementation(String label) {
    this.label = label;
  }

  /// The fastest that works here: it loads, and computes a known tag. Never fails.
  public static Argon2Implementation best() {
    return vectorsAreSound() ? VECTOR : bestOfLibraries();
  }

  /// The better one of the two libraries.
  static Argon2Implementation bestOfLibraries() {
    return isSound(() -> NATIVE.function(CHECKED)) ? NATIVE : BOUNCY_CASTLE;
  }

  /// Whether vectors are there and give the tag of RFC 9106 section 5.3, the cheapest there is:
  /// before they are compiled they are slow.
  private static boolean vectorsAreSound() {
    var expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
    var parameters = new Argon2Parameters(32, 3, 4);
    try {
      var tag =
          BlockArgon2id.create(parameters)
              .tag(parameters, 32, filled(32, 1), filled(16, 2), filled(8, 3), filled(12, 4));
      return Arrays.equals(tag, HexFormat.of().parseHex(expected));
    } catch (RuntimeException | LinkageError notHere) {
      return false;
    }
  }

  private static byte[] filled(int length, int value) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /// Whether the library loads and agrees with the vector of the reference implementation.
  static boolean isSound(Supplier<Argon2id> maker) {
    var expected = "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe";
    try {
      var tag = maker.get().tag(ascii("password"), ascii("somesalt"), CHECKED, 32);
      return Arrays.equals(tag, HexFormat.of().parseHex(expected));
    } catch (RuntimeException | LinkageError doesNotLoad) {
      return false;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The function, tuned for these parameters; it takes all others, too.
  ///
  /// @throws IllegalStateException or [LinkageError], where the runtime lacks what it needs
  Argon2id function(Argon2Parameters usual) {
    return switch (this) {
      case VECTOR -> BlockArgon2id.create(usual);
      case NATIVE -> new NativeArgon2id();
      case BOUNCY_CASTLE -> new BouncyCastleArgon2id();
    };
  }

  /// The name for logs and metrics: `vector`, `native` or `bouncy-castle`.
  @Override
  public String toString() {
    return label;
  }
}
