package dev.latchkey.crypto.password;

import java.util.Base64;
import java.util.Optional;

/// Base64 as the PHC string format has it: the standard alphabet, no padding, one spelling only.
final class StrictBase64 {
  private StrictBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The bytes, where the text is their one spelling.
  static Optional<byte[]> decode(String text) {
    try {
      var bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
