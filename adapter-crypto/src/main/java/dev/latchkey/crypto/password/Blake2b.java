package dev.latchkey.crypto.password;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// BLAKE2b without a key (RFC 7693), written out because Bouncy Castle's would have every service
/// open that large, signed jar: 300 classes and 4 MiB for the few digests around a hash.
final class Blake2b {
  private static final int WORDS = 8;
  private static final int BLOCK = 16 * Long.BYTES;
  private static final int ROUNDS = 12;

  private static final long[] IV = {
    0x6a09e667f3bcc908L,
    0xbb67ae8584caa73bL,
    0x3c6ef372fe94f82bL,
    0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L,
    0x9b05688c2b3e6c1fL,
    0x1f83d9abfb41bd6bL,
    0x5be0cd19137e2179L
  };

  /// In which order the rounds read the sixteen words of a block, a digit each.
  private static final long[] SIGMA = {
    0x0123456789abcdefL,
    0xea489fd61c02b753L,
    0xb8c052fdae367194L,
    0x7931dcbe265a40f8L,
    0x905724afe1bc683dL,
    0x2c6a0b834d75fe19L,
    0xc51fed4a0763928bL,
    0xdb7ec13950f4862aL,
    0x6fe9b308c2d714a5L,
    0xa2847615fb9e3cd0L
  };

  private final int length;
  private final long[] chain = IV.clone();
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
  private final long[] message = new long[2 * WORDS];
  private final long[] work = new long[2 * WORDS];
  private long count;

  /// @param length of the digest, 1 to 64 bytes
  Blake2b(int length) {
    this.length = length;
    chain[0] ^= 0x01010000L ^ length;
  }

  Blake2b update(byte[] input) {
    var at = 0;
    while (at < input.length) {
      // The last block is known as such only once nothing follows it.
      if (!block.hasRemaining()) {
        compress(0);
      }
      var some = Math.min(block.remaining(), input.length - at);
      block.put(input, at, some);
      at += some;
    }
    return this;
  }

  /// The digest. Nothing of what was read is left.
  byte[] finish() {
    var used = block.position();
    Arrays.fill(block.array(), used, BLOCK, (byte) 0);
    compress(-1);
    var digest = ByteBuffer.allocate(WORDS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    digest.asLongBuffer().put(chain);
    Arrays.fill(block.array(), (byte) 0);
    for (var words : new long[][] {chain, message, work}) {
      Arrays.fill(words, 0);
    }
    return Arrays.copyOf(digest.array(), length);
  }

  /// @param last all ones for the last block, otherwise zero
  private void compress(long last) {
    count += block.position();
    block.clear();
    block.asLongBuffer().get(message);
    System.arraycopy(chain, 0, work, 0, WORDS);
    System.arraycopy(IV, 0, work, WORDS, WORDS);
    work[12] ^= count;
    work[14] ^= last;
    for (var round = 0; round < ROUNDS; round++) {
      round(SIGMA[round % SIGMA.length]);
    }
    for (var i = 0; i < WORDS; i++) {
      chain[i] ^= work[i] ^ work[WORDS + i];
    }
  }

  private void round(long order) {
    for (var i = 0; i < 4; i++) {
      mix(i, 4 + i, 8 + i, 12 + i, word(order, 2 * i), word(order, 2 * i + 1));
    }
    for (var i = 0; i < 4; i++) {
      mix(
          i,
          4 + (i + 1) % 4,
          8 + (i + 2) % 4,
          12 + (i + 3) % 4,
          word(order, WORDS + 2 * i),
          word(order, WORDS + 2 * i + 1));
    }
  }

  private long word(long order, int index) {
    return message[(int) (order >>> (60 - 4 * index)) & 0xf];
  }

  private void mix(int a, int b, int c, int d, long x, long y) {
    work[a] += work[b] + x;
    work[d] = Long.rotateRight(work[d] ^ work[a], 32);
    work[c] += work[d];
    work[b] = Long.rotateRight(work[b] ^ work[c], 24);
    work[a] += work[b] + y;
    work[d] = Long.rotateRight(work[d] ^ work[a], 16);
    work[c] += work[d];
    work[b] = Long.rotateRight(work[b] ^ work[c], 63);
  }
}
