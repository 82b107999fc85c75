package dev.latchkey.crypto.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// A JWS in compact serialization (RFC 7515 section 7.1), split but not yet believed.
final class CompactForm {
  static final int MAX_LENGTH = 4096;

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final byte[] header;
  private final byte[] payload;
  private final byte[] signature;
  private final byte[] signed;

  private CompactForm(byte[] header, byte[] payload, byte[] signature, byte[] signed) {
    this.header = header;
    this.payload = payload;
    this.signature = signature;
    this.signed = signed;
  }

  /// Splits a token of at most 4,096 characters into its three parts, each Base64url without
  /// padding in its one canonical spelling: of all texts that decode alike, one passes.
  static Optional<CompactForm> read(String token) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    var decoded = Arrays.stream(parts).flatMap(part -> decode(part).stream()).toList();
    if (decoded.size() != 3) {
      return Optional.empty();
    }
    var signed = ascii(parts[0] + "." + parts[1]);
    return Optional.of(new CompactForm(decoded.get(0), decoded.get(1), decoded.get(2), signed));
  }

  private static Optional<byte[]> decode(String part) {
    try {
      var bytes = Base64.getUrlDecoder().decode(part);
      var isCanonical = bytes.length > 0 && ENCODER.encodeToString(bytes).equals(part);
      return isCanonical ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  Optional<Claims> readHeader() {
    return Claims.read(header);
  }

  Optional<Claims> readPayload() {
    return Claims.read(payload);
  }

  boolean isSignedBy(TokenKey key) {
    return key.verify(signed, signature);
  }

  /// Writes and signs a token of this header and payload.
  static String write(String header, String payload, TokenKey key) {
    var signed = encode(header) + "." + encode(payload);
    return signed + "." + ENCODER.encodeToString(key.sign(ascii(signed)));
  }

  private static String encode(String json) {
    return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
