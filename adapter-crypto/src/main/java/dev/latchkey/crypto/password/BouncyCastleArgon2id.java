package dev.latchkey.crypto.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/// Argon2id in Java: equal output, about half the speed, memory on the heap.
final class BouncyCastleArgon2id implements Argon2id {

  @Override
  public byte[] tag(byte[] password, byte[] salt, Argon2Parameters parameters, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
            .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(parameters.memoryKib())
            .withIterations(parameters.iterations())
            .withParallelism(parameters.parallelism())
            .withSalt(salt)
            .build());
    var tag = new byte[length];
    generator.generateBytes(password, tag);
    return tag;
  }
}
