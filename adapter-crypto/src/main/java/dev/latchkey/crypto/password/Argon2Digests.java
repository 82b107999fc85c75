package dev.latchkey.crypto.password;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.Blake2bDigest;

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
    var digest = new Blake2bDigest(8 * LENGTH);
    for (var number :
        new int[] {
          parameters.parallelism(),
          length,
          parameters.memoryKib(),
          parameters.iterations(),
          VERSION,
          ARGON2ID
        }) {
      digest.update(bytes(number), 0, Integer.BYTES);
    }
    for (var part : input) {
      digest.update(bytes(part.length), 0, Integer.BYTES);
      digest.update(part, 0, part.length);
    }
    return finish(digest, LENGTH);
  }

  /// H' (RFC 9106 section 3.3): any number of bytes.
  static byte[] variable(byte[] input, int length) {
    var first = new Blake2bDigest(8 * Math.min(length, LENGTH));
    first.update(bytes(length), 0, Integer.BYTES);
    first.update(input, 0, input.length);
    var part = finish(first, first.getDigestSize());
    var output = new byte[length];
    var at = 0;
    for (; length - at > LENGTH; at += STEP) {
      System.arraycopy(part, 0, output, at, STEP);
      var next = new Blake2bDigest(8 * Math.min(length - at - STEP, LENGTH));
      next.update(part, 0, LENGTH);
      Arrays.fill(part, (byte) 0);
      part = finish(next, next.getDigestSize());
    }
    System.arraycopy(part, 0, output, at, length - at);
    Arrays.fill(part, (byte) 0);
    return output;
  }

  private static byte[] finish(Blake2bDigest digest, int length) {
    var output = new byte[length];
    // Leaves nothing of what it read.
    digest.doFinal(output, 0);
    return output;
  }

  private static byte[] bytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }
}
