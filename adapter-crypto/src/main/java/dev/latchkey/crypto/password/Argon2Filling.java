package dev.latchkey.crypto.password;

import static dev.latchkey.crypto.password.Argon2Compression.BLOCK;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One computation of Argon2id (RFC 9106 section 3.2) in memory that may hold anything before.
final class Argon2Filling {
  // Blocks of our own precede Argon2's.
  private static final int ZERO = 0;
  private static final int INPUT = BLOCK;
  private static final int ADDRESSES = 2 * BLOCK;
  private static final int SCRATCH = 3 * BLOCK;
  private static final int BLOCKS = 4 * BLOCK;

  private static final int BYTES = BLOCK * Long.BYTES;
  private static final int SLICES = 4;
  private static final int ARGON2ID = 2;
  private static final long LOW = 0xFFFFFFFFL;

  private final Argon2Compression compression;
  private final long[] memory;
  private final int lanes;
  private final int iterations;
  private final int segment;
  private final int laneLength;

  /// @param memory of the length that [#words] tells, or longer
  Argon2Filling(Argon2Compression compression, long[] memory, Argon2Parameters parameters) {
    this.compression = compression;
    this.memory = memory;
    lanes = parameters.parallelism();
    iterations = parameters.iterations();
    segment = parameters.memoryKib() / (SLICES * lanes);
    laneLength = SLICES * segment;
  }

  /// How many words of 64 bits a computation needs.
  static int words(Argon2Parameters parameters) {
    return BLOCKS + parameters.memoryKib() * BLOCK;
  }

  /// The tag, from the seed H0.
  byte[] tag(byte[] seed, int length) {
    Arrays.fill(memory, ZERO, ZERO + BLOCK, 0);
    for (var lane = 0; lane < lanes; lane++) {
      begin(seed, lane, 0);
      begin(seed, lane, 1);
    }
    for (var pass = 0; pass < iterations; pass++) {
      for (var slice = 0; slice < SLICES; slice++) {
        for (var lane = 0; lane < lanes; lane++) {
          fill(pass, slice, lane);
        }
      }
    }
    return finish(length);
  }

  private void begin(byte[] seed, int lane, int column) {
    var input =
        ByteBuffer.allocate(seed.length + 2 * Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(seed)
            .putInt(column)
            .putInt(lane)
            .array();
    var bytes = Argon2Digests.variable(input, BYTES);
    var words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    for (var word = 0; word < BLOCK; word++) {
      memory[block(lane, column) + compression.position(word)] = words.get(word);
    }
    Arrays.fill(input, (byte) 0);
    Arrays.fill(bytes, (byte) 0);
  }

  private byte[] finish(int length) {
    var bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (var word = 0; word < BLOCK; word++) {
      var sum = 0L;
      for (var lane = 0; lane < lanes; lane++) {
        sum ^= memory[block(lane, laneLength - 1) + compression.position(word)];
      }
      bytes.putLong(sum);
    }
    var tag = Argon2Digests.variable(bytes.array(), length);
    Arrays.fill(bytes.array(), (byte) 0);
    return tag;
  }

  private int block(int lane, int column) {
    return BLOCKS + (lane * laneLength + column) * BLOCK;
  }

  private void fill(int pass, int slice, int lane) {
    // The half of the first pass in which the password does not choose what is read.
    var independent = pass == 0 && slice < SLICES / 2;
    if (independent) {
      prepareAddresses(pass, slice, lane);
    }
    for (var i = pass == 0 && slice == 0 ? 2 : 0; i < segment; i++) {
      var column = slice * segment + i;
      var previous = block(lane, column == 0 ? laneLength - 1 : column - 1);
      var random = independent ? address(i) : memory[previous];
      var out = block(lane, column);
      compression.compress(
          memory,
          previous,
          reference(random, pass, slice, lane, i),
          pass == 0 ? ZERO : out,
          out,
          SCRATCH);
    }
  }

  /// The block that a random number chooses (RFC 9106 section 3.4.2).
  private int reference(long random, int pass, int slice, int lane, int i) {
    var other =
        lanes == 1 || (pass == 0 && slice == 0) ? lane : (int) ((random >>> Integer.SIZE) % lanes);
    var finished = pass == 0 ? slice * segment : laneLength - segment;
    var choices = finished + (other == lane ? i - 1 : i == 0 ? -1 : 0);
    var x = random & LOW;
    var back = (choices * ((x * x) >>> Integer.SIZE)) >>> Integer.SIZE;
    var oldest = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segment;
    var column = oldest + choices - 1 - (int) back;
    return block(other, column < laneLength ? column : column - laneLength);
  }

  /// What the addresses of a segment are made from (RFC 9106 section 3.4.1.2).
  private void prepareAddresses(int pass, int slice, int lane) {
    Arrays.fill(memory, INPUT, INPUT + BLOCK, 0);
    var input = new long[] {pass, lane, slice, (long) lanes * laneLength, iterations, ARGON2ID};
    for (var word = 0; word < input.length; word++) {
      memory[INPUT + compression.position(word)] = input[word];
    }
    if (slice == 0) {
      nextAddresses();
    }
  }

  private long address(int i) {
    if (i % BLOCK == 0) {
      nextAddresses();
    }
    return memory[ADDRESSES + compression.position(i % BLOCK)];
  }

  private void nextAddresses() {
    memory[INPUT + compression.position(6)]++;
    compression.compress(memory, ZERO, INPUT, ZERO, ADDRESSES, SCRATCH);
    compression.compress(memory, ZERO, ADDRESSES, ZERO, ADDRESSES, SCRATCH);
  }
}
