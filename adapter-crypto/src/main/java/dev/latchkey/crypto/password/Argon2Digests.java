package dev.latchkey.crypto.password;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The hashes around the filling of memory, both by BLAKE2b.
final class Argon2Digests {
  private static final int VERSION = 0x13;
  private static final int ARGON2ID = 2;
  private static final int LENGTH = 64;
  private static final int STEP = LENGTH / 2;

  private Argon2Digests() {}

  /// H0 (RFC 9106 section 3.2): 64 bytes from all that goes in.
  ///
  /// @param input password, salt, secret and associated data
  static byte[] seed(Argon2Parameters parameters, int length, byte[]... input) {
    var digest = new Blake2b(LENGTH);
    for (var number :
        new int[] {
          parameters.parallelism(),
          length,
          parameters.memoryKib(),
          parameters.iterations(),
          VERSION,
          ARGON2ID
        }) {
      digest.update(bytes(number));
    }
    for (var part : input) {
      digest.update(bytes(part.length)).update(part);
    }
    return digest.finish();
  }

  /// H' (RFC 9106 section 3.3): any number of bytes.
  static byte[] variable(byte[] input, int length) {
    var part = new Blake2b(Math.min(length, LENGTH)).update(bytes(length)).update(input).finish();
    var output = new byte[length];
    var at = 0;
    for (; length - at > LENGTH; at += STEP) {
      System.arraycopy(part, 0, output, at, STEP);
      var next = new Blake2b(Math.min(length - at - STEP, LENGTH)).update(part);
      Arrays.fill(part, (byte) 0);
      part = next.finish();
    }
    System.arraycopy(part, 0, output, at, length - at);
    Arrays.fill(part, (byte) 0);
    return output;
  }

  private static byte[] bytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }
}
