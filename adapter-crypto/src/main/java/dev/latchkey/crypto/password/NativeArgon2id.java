package dev.latchkey.crypto.password;

import de.mkammerer.argon2.Argon2Factory;

/// The reference implementation in C, called through JNA. Pins a virtual thread while it computes.
final class NativeArgon2id implements Argon2id {

  @Override
  public byte[] tag(byte[] password, byte[] salt, Argon2Parameters parameters, int length) {
    return Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id, salt.length, length)
        .rawHash(
            parameters.iterations(),
            parameters.memoryKib(),
            parameters.parallelism(),
            password,
            salt);
  }
}
