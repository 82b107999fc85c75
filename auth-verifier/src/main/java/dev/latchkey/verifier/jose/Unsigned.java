package dev.latchkey.verifier.jose;

import java.math.BigInteger;
import java.util.Arrays;

/// Numbers as big-endian bytes without a sign.
final class Unsigned {
  private Unsigned() {}

  /// As few bytes as can be (RFC 7518 section 2, Base64urlUInt).
  static byte[] bytes(BigInteger number) {
    return bytes(number, Math.max(1, (number.bitLength() + 7) / 8));
  }

  static byte[] bytes(BigInteger number, int length) {
    var signed = number.toByteArray();
    var from = Math.max(0, signed.length - length);
    var bytes = new byte[length];
    var digits = Arrays.copyOfRange(signed, from, signed.length);
    System.arraycopy(digits, 0, bytes, length - digits.length, digits.length);
    return bytes;
  }
}
