package dev.latchkey.crypto.password;

import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// G in vectors of 512 bits. A block is a square of 4 by 4 vectors, each a quarter of two rows;
/// with that order of words neither rows nor columns are gathered or scattered.
///
/// Each method is one flat sequence on purpose: the compiler stops inlining helpers after so many
/// operations, and then silently allocates an object per vector.
final class VectorCompression512 implements Argon2Compression {
  private static final VectorSpecies<Long> WIDE = LongVector.SPECIES_512;
  private static final long LOW = 0xFFFFFFFFL;

  // Turns the words of two rows by one, two, three places; then those of two columns.
  private static final VectorShuffle<Long> ROW_1 = shuffle(1, 2, 3, 0, 5, 6, 7, 4);
  private static final VectorShuffle<Long> ROW_2 = shuffle(2, 3, 0, 1, 6, 7, 4, 5);
  private static final VectorShuffle<Long> ROW_3 = shuffle(3, 0, 1, 2, 7, 4, 5, 6);
  private static final VectorShuffle<Long> COLUMN_1 = shuffle(1, 4, 3, 6, 5, 0, 7, 2);
  private static final VectorShuffle<Long> COLUMN_2 = shuffle(4, 5, 6, 7, 0, 1, 2, 3);
  private static final VectorShuffle<Long> COLUMN_3 = shuffle(5, 0, 7, 2, 1, 4, 3, 6);

  private static VectorShuffle<Long> shuffle(int... lanes) {
    return VectorShuffle.fromValues(WIDE, lanes);
  }

  @Override
  public int position(int word) {
    var row = word >> 4;
    var column = word & 15;
    return ((row >> 1) * 4 + (column >> 2)) * 8 + (row & 1) * 4 + (column & 3);
  }

  @Override
  public void compress(long[] memory, int x, int y, int old, int out, int scratch) {
    for (var i = 0; i < BLOCK; i += 32) {
      rows(memory, x + i, y + i, scratch + i);
    }
    for (var i = 0; i < 32; i += 8) {
      columns(memory, scratch + i, x + i, y + i, old + i, out + i);
    }
  }

  /// Two rows of `x ^ y`.
  private static void rows(long[] memory, int x, int y, int to) {
    var a = LongVector.fromArray(WIDE, memory, x);
    var b = LongVector.fromArray(WIDE, memory, x + 8);
    var c = LongVector.fromArray(WIDE, memory, x + 16);
    var d = LongVector.fromArray(WIDE, memory, x + 24);
    a = a.lanewise(XOR, LongVector.fromArray(WIDE, memory, y));
    b = b.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 8));
    c = c.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 16));
    d = d.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 24));
    var p = a.and(LOW).mul(b.and(LOW));
    a = a.add(b).add(p).add(p);
    d = d.lanewise(XOR, a).lanewise(ROR, 32);
    p = c.and(LOW).mul(d.and(LOW));
    c = c.add(d).add(p).add(p);
    b = b.lanewise(XOR, c).lanewise(ROR, 24);
    p = a.and(LOW).mul(b.and(LOW));
    a = a.add(b).add(p).add(p);
    d = d.lanewise(XOR, a).lanewise(ROR, 16);
    p = c.and(LOW).mul(d.and(LOW));
    c = c.add(d).add(p).add(p);
    b = b.lanewise(XOR, c).lanewise(ROR, 63);
    b = b.rearrange(ROW_1);
    c = c.rearrange(ROW_2);
    d = d.rearrange(ROW_3);
    p = a.and(LOW).mul(b.and(LOW));
    a = a.add(b).add(p).add(p);
    d = d.lanewise(XOR, a).lanewise(ROR, 32);
    p = c.and(LOW).mul(d.and(LOW));
    c = c.add(d).add(p).add(p);
    b = b.lanewise(XOR, c).lanewise(ROR, 24);
    p = a.and(LOW).mul(b.and(LOW));
    a = a.add(b).add(p).add(p);
    d = d.lanewise(XOR, a).lanewise(ROR, 16);
    p = c.and(LOW).mul(d.and(LOW));
    c = c.add(d).add(p).add(p);
    b = b.lanewise(XOR, c).lanewise(ROR, 63);
    a.intoArray(memory, to);
    b.rearrange(ROW_3).intoArray(memory, to + 8);
    c.rearrange(ROW_2).intoArray(memory, to + 16);
    d.rearrange(ROW_1).intoArray(memory, to + 24);
  }

  /// Two columns of pairs of words.
  private static void columns(long[] memory, int from, int x, int y, int old, int out) {
    var a = LongVector.fromArray(WIDE, memory, from);
    var b = LongVector.fromArray(WIDE, memory, from + 32);
    var c = LongVector.fromArray(WIDE, memory, from + 64);
    var d = LongVector.fromArray(WIDE, memory, from + 96);
    var p = a.and(LOW).mul(b.and(LOW));
    a = a.add(b).add(p).add(p);
    d = d.lanewise(XOR, a).lanewise(ROR, 32);
    p = c.and(LOW).mul(d.and(LOW));
    c = c.add(d).add(p).add(p);
    b = b.lanewise(XOR, c).lanewise(ROR, 24);
    p = a.and(LOW).mul(b.and(LOW));
    a = a.add(b).add(p).add(p);
    d = d.lanewise(XOR, a).lanewise(ROR, 16);
    p = c.and(LOW).mul(d.and(LOW));
    c = c.add(d).add(p).add(p);
    b = b.lanewise(XOR, c).lanewise(ROR, 63);
    b = b.rearrange(COLUMN_1);
    c = c.rearrange(COLUMN_2);
    d = d.rearrange(COLUMN_3);
    p = a.and(LOW).mul(b.and(LOW));
    a = a.add(b).add(p).add(p);
    d = d.lanewise(XOR, a).lanewise(ROR, 32);
    p = c.and(LOW).mul(d.and(LOW));
    c = c.add(d).add(p).add(p);
    b = b.lanewise(XOR, c).lanewise(ROR, 24);
    p = a.and(LOW).mul(b.and(LOW));
    a = a.add(b).add(p).add(p);
    d = d.lanewise(XOR, a).lanewise(ROR, 16);
    p = c.and(LOW).mul(d.and(LOW));
    c = c.add(d).add(p).add(p);
    b = b.lanewise(XOR, c).lanewise(ROR, 63);
    b = b.rearrange(COLUMN_3);
    c = c.rearrange(COLUMN_2);
    d = d.rearrange(COLUMN_1);
    a = a.lanewise(XOR, LongVector.fromArray(WIDE, memory, x));
    b = b.lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 32));
    c = c.lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 64));
    d = d.lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 96));
    a = a.lanewise(XOR, LongVector.fromArray(WIDE, memory, y));
    b = b.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 32));
    c = c.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 64));
    d = d.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 96));
    a.lanewise(XOR, LongVector.fromArray(WIDE, memory, old)).intoArray(memory, out);
    b.lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 32)).intoArray(memory, out + 32);
    c.lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 64)).intoArray(memory, out + 64);
    d.lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 96)).intoArray(memory, out + 96);
  }
}
