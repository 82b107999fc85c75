package dev.latchkey.domain.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a token: 32 bytes, what is kept in the token's place. A token has 256 bits of
/// signature, so a plain hash is enough (ASVS 5 6.5.2).
public final class TokenDigest {
  /// How many bytes a digest has.
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private TokenDigest(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The digest of a token.
  public static TokenDigest of(RefreshToken token) {
    return of(token.reveal());
  }

  /// The digest of another secret of at least as many bits.
  public static TokenDigest of(String secret) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return new TokenDigest(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// A digest as it was stored.
  ///
  /// @throws IllegalArgumentException unless there are 32 bytes
  public static TokenDigest ofBytes(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a digest has 32 bytes");
    }
    return new TokenDigest(bytes.clone());
  }

  /// The 32 bytes, a copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// Compares in constant time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenDigest that && MessageDigest.isEqual(bytes, that.bytes);
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
