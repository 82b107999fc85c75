package dev.latchkey.bootstrap.settings;

import java.util.Base64;
import java.util.Optional;

/// A key that seals the private keys: 32 bytes, written in base64.
public record EncryptionKey(String reveal) {
  private static final int BYTES = 32;

  /// Reads a key; empty for what is not 32 bytes in base64.
  public static Optional<EncryptionKey> parse(String text) {
    return Optional.of(new EncryptionKey(text)).filter(key -> decode(text).length == BYTES);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  public byte[] bytes() {
    return decode(reveal);
  }

  @Override
  public String toString() {
    return "EncryptionKey[***]";
  }
}
