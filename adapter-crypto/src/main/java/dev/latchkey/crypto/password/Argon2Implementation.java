package dev.latchkey.crypto.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;

/// Who computes Argon2id.
public enum Argon2Implementation {
  /// The C library, through JNA.
  NATIVE("native"),
  /// Bouncy Castle, where the C library does not load: correct, but slower and hungrier.
  BOUNCY_CASTLE("bouncy-castle");

  private final String label;

  Argon2Implementation(String label) {
    this.label = label;
  }

  /// The fastest that works here: it loads, and computes a known tag. Never fails.
  public static Argon2Implementation best() {
    return isSound(NATIVE::function) ? NATIVE : BOUNCY_CASTLE;
  }

  /// Whether the library loads and agrees with the vector of the reference implementation.
  static boolean isSound(Supplier<Argon2id> maker) {
    var expected = "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe";
    try {
      var tag =
          maker
              .get()
              .tag(ascii("password"), ascii("somesalt"), new Argon2Parameters(256, 2, 1), 32);
      return Arrays.equals(tag, HexFormat.of().parseHex(expected));
    } catch (RuntimeException | LinkageError doesNotLoad) {
      return false;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  Argon2id function() {
    return this == NATIVE ? new NativeArgon2id() : new BouncyCastleArgon2id();
  }

  /// The name for logs and metrics: `native` or `bouncy-castle`.
  @Override
  public String toString() {
    return label;
  }
}
