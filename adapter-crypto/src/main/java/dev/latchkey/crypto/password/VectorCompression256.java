package dev.latchkey.crypto.password;

import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// G in vectors of 256 bits: a vector is a quarter of a row, so two of them hold a quarter of two
/// columns. Flat for the same reason as [VectorCompression512], and in half rounds, since there are
/// fewer registers.
final class VectorCompression256 implements Argon2Compression {
  private static final VectorSpecies<Long> WIDE = LongVector.SPECIES_256;
  private static final long LOW = 0xFFFFFFFFL;

  private static final VectorShuffle<Long> ROW_1 = VectorShuffle.fromValues(WIDE, 1, 2, 3, 0);
  private static final VectorShuffle<Long> ROW_2 = VectorShuffle.fromValues(WIDE, 2, 3, 0, 1);
  private static final VectorShuffle<Long> ROW_3 = VectorShuffle.fromValues(WIDE, 3, 0, 1, 2);
  private static final VectorShuffle<Long> SWAP = VectorShuffle.fromValues(WIDE, 1, 0, 3, 2);
  private static final VectorMask<Long> ODD = VectorMask.fromLong(WIDE, 0b1010);

  @Override
  public int position(int word) {
    return word;
  }

  @Override
  public void compress(long[] memory, int x, int y, int old, int out, int scratch) {
    for (var i = 0; i < BLOCK; i += 16) {
      row(memory, x + i, y + i, scratch + i);
    }
    for (var i = 0; i < 16; i += 4) {
      columns(memory, scratch + i);
    }
    for (var i = 0; i < 16; i += 4) {
      diagonals(memory, scratch + i, x + i, y + i, old + i, out + i);
    }
  }

  /// One row of `x ^ y`.
  private static void row(long[] memory, int x, int y, int to) {
    var a = LongVector.fromArray(WIDE, memory, x);
    var b = LongVector.fromArray(WIDE, memory, x + 4);
    var c = LongVector.fromArray(WIDE, memory, x + 8);
    var d = LongVector.fromArray(WIDE, memory, x + 12);
    a = a.lanewise(XOR, LongVector.fromArray(WIDE, memory, y));
    b = b.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 4));
    c = c.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 8));
    d = d.lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 12));
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
    b.rearrange(ROW_3).intoArray(memory, to + 4);
    c.rearrange(ROW_2).intoArray(memory, to + 8);
    d.rearrange(ROW_1).intoArray(memory, to + 12);
  }

  /// The first half of a round on two columns of pairs of words, then their words turned.
  private static void columns(long[] memory, int at) {
    var a0 = LongVector.fromArray(WIDE, memory, at);
    var a1 = LongVector.fromArray(WIDE, memory, at + 16);
    var b0 = LongVector.fromArray(WIDE, memory, at + 32);
    var b1 = LongVector.fromArray(WIDE, memory, at + 48);
    var c0 = LongVector.fromArray(WIDE, memory, at + 64);
    var c1 = LongVector.fromArray(WIDE, memory, at + 80);
    var d0 = LongVector.fromArray(WIDE, memory, at + 96);
    var d1 = LongVector.fromArray(WIDE, memory, at + 112);
    var p0 = a0.and(LOW).mul(b0.and(LOW));
    var p1 = a1.and(LOW).mul(b1.and(LOW));
    a0 = a0.add(b0).add(p0).add(p0);
    a1 = a1.add(b1).add(p1).add(p1);
    d0 = d0.lanewise(XOR, a0).lanewise(ROR, 32);
    d1 = d1.lanewise(XOR, a1).lanewise(ROR, 32);
    p0 = c0.and(LOW).mul(d0.and(LOW));
    p1 = c1.and(LOW).mul(d1.and(LOW));
    c0 = c0.add(d0).add(p0).add(p0);
    c1 = c1.add(d1).add(p1).add(p1);
    b0 = b0.lanewise(XOR, c0).lanewise(ROR, 24);
    b1 = b1.lanewise(XOR, c1).lanewise(ROR, 24);
    p0 = a0.and(LOW).mul(b0.and(LOW));
    p1 = a1.and(LOW).mul(b1.and(LOW));
    a0 = a0.add(b0).add(p0).add(p0);
    a1 = a1.add(b1).add(p1).add(p1);
    d0 = d0.lanewise(XOR, a0).lanewise(ROR, 16);
    d1 = d1.lanewise(XOR, a1).lanewise(ROR, 16);
    p0 = c0.and(LOW).mul(d0.and(LOW));
    p1 = c1.and(LOW).mul(d1.and(LOW));
    c0 = c0.add(d0).add(p0).add(p0);
    c1 = c1.add(d1).add(p1).add(p1);
    b0 = b0.lanewise(XOR, c0).lanewise(ROR, 63);
    b1 = b1.lanewise(XOR, c1).lanewise(ROR, 63);
    a0.intoArray(memory, at);
    a1.intoArray(memory, at + 16);
    b1.blend(b0, ODD).rearrange(SWAP).intoArray(memory, at + 32);
    b0.blend(b1, ODD).rearrange(SWAP).intoArray(memory, at + 48);
    c1.intoArray(memory, at + 64);
    c0.intoArray(memory, at + 80);
    d0.blend(d1, ODD).rearrange(SWAP).intoArray(memory, at + 96);
    d1.blend(d0, ODD).rearrange(SWAP).intoArray(memory, at + 112);
  }

  /// The second half, and the words turned back.
  private static void diagonals(long[] memory, int from, int x, int y, int old, int out) {
    var a0 = LongVector.fromArray(WIDE, memory, from);
    var a1 = LongVector.fromArray(WIDE, memory, from + 16);
    var b0 = LongVector.fromArray(WIDE, memory, from + 32);
    var b1 = LongVector.fromArray(WIDE, memory, from + 48);
    var c0 = LongVector.fromArray(WIDE, memory, from + 64);
    var c1 = LongVector.fromArray(WIDE, memory, from + 80);
    var d0 = LongVector.fromArray(WIDE, memory, from + 96);
    var d1 = LongVector.fromArray(WIDE, memory, from + 112);
    var p0 = a0.and(LOW).mul(b0.and(LOW));
    var p1 = a1.and(LOW).mul(b1.and(LOW));
    a0 = a0.add(b0).add(p0).add(p0);
    a1 = a1.add(b1).add(p1).add(p1);
    d0 = d0.lanewise(XOR, a0).lanewise(ROR, 32);
    d1 = d1.lanewise(XOR, a1).lanewise(ROR, 32);
    p0 = c0.and(LOW).mul(d0.and(LOW));
    p1 = c1.and(LOW).mul(d1.and(LOW));
    c0 = c0.add(d0).add(p0).add(p0);
    c1 = c1.add(d1).add(p1).add(p1);
    b0 = b0.lanewise(XOR, c0).lanewise(ROR, 24);
    b1 = b1.lanewise(XOR, c1).lanewise(ROR, 24);
    p0 = a0.and(LOW).mul(b0.and(LOW));
    p1 = a1.and(LOW).mul(b1.and(LOW));
    a0 = a0.add(b0).add(p0).add(p0);
    a1 = a1.add(b1).add(p1).add(p1);
    d0 = d0.lanewise(XOR, a0).lanewise(ROR, 16);
    d1 = d1.lanewise(XOR, a1).lanewise(ROR, 16);
    p0 = c0.and(LOW).mul(d0.and(LOW));
    p1 = c1.and(LOW).mul(d1.and(LOW));
    c0 = c0.add(d0).add(p0).add(p0);
    c1 = c1.add(d1).add(p1).add(p1);
    b0 = b0.lanewise(XOR, c0).lanewise(ROR, 63);
    b1 = b1.lanewise(XOR, c1).lanewise(ROR, 63);
    b0 = b0.rearrange(SWAP);
    b1 = b1.rearrange(SWAP);
    d0 = d0.rearrange(SWAP);
    d1 = d1.rearrange(SWAP);
    a0.lanewise(XOR, LongVector.fromArray(WIDE, memory, x))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, y))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, old))
        .intoArray(memory, out);
    a1.lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 16))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 16))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 16))
        .intoArray(memory, out + 16);
    b1.blend(b0, ODD)
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 32))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 32))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 32))
        .intoArray(memory, out + 32);
    b0.blend(b1, ODD)
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 48))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 48))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 48))
        .intoArray(memory, out + 48);
    c1.lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 64))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 64))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 64))
        .intoArray(memory, out + 64);
    c0.lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 80))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 80))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 80))
        .intoArray(memory, out + 80);
    d0.blend(d1, ODD)
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 96))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 96))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 96))
        .intoArray(memory, out + 96);
    d1.blend(d0, ODD)
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, x + 112))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, y + 112))
        .lanewise(XOR, LongVector.fromArray(WIDE, memory, old + 112))
        .intoArray(memory, out + 112);
  }
}
