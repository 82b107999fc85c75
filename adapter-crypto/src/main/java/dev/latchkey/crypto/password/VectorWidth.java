package dev.latchkey.crypto.password;

import java.util.function.Supplier;
import jdk.incubator.vector.LongVector;

/// Chooses by the registers of the processor.
final class VectorWidth implements Supplier<Argon2Compression> {

  @Override
  public Argon2Compression get() {
    var bits = LongVector.SPECIES_PREFERRED.vectorBitSize();
    if (bits < 256) {
      throw new IllegalStateException("no vectors of 256 bits here");
    }
    return bits < 512 ? new VectorCompression256() : new VectorCompression512();
  }
}
