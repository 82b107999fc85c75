package dev.latchkey.domain.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is counted: a limit, and whom or what it is for. Opaque: the SHA-256 of both, so that no
/// address and no name stands in a store of counters. Whoever can guess the parts can find the key.
public final class LimitKey implements Comparable<LimitKey> {
  /// How many bytes a key has.
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private LimitKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The key of these parts, in this order; two lists of parts never share one.
  public static LimitKey of(LimitName name, List<String> parts) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(name.name().getBytes(StandardCharsets.UTF_8));
      for (var part : parts) {
        var text = part.getBytes(StandardCharsets.UTF_8);
        sha256.update((":" + text.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(text);
      }
      return new LimitKey(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// The 32 bytes, a copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// Orders by the bytes, unsigned, as a database does.
  @Override
  public int compareTo(LimitKey other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LimitKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes, 0, 4) + "…";
  }
}
