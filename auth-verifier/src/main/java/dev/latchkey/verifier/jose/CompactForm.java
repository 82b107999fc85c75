package dev.latchkey.verifier.jose;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A JWS in compact serialization (RFC 7515 section 7.1), split but not yet believed.
final class CompactForm {
  static final int MAX_LENGTH = 4096;

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
    var decoded = Arrays.stream(parts).flatMap(part -> Base64Url.decode(part).stream()).toList();
    if (decoded.size() != 3) {
      return Optional.empty();
    }
    var signed = ascii(parts[0] + "." + parts[1]);
    return Optional.of(new CompactForm(decoded.get(0), decoded.get(1), decoded.get(2), signed));
  }

  Optional<Claims> readHeader() {
    return Claims.read(header);
  }

  Optional<Claims> readPayload() {
    return Claims.read(payload);
  }

  boolean isSignedBy(VerifyingKey key) {
    return key.verify(signed, signature);
  }

  /// Writes and signs a token of this header and payload.
  static String write(String header, String payload, SigningKey key) {
    var signed = Base64Url.encode(header) + "." + Base64Url.encode(payload);
    return signed + "." + Base64Url.encode(key.sign(ascii(signed)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
