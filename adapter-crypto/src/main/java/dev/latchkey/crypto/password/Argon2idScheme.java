package dev.latchkey.crypto.password;

import java.security.SecureRandom;

/// How new Argon2id hashes are made: 16 bytes of random salt, 32 bytes of tag.
record Argon2idScheme(Argon2Parameters parameters, Argon2id function, SecureRandom random) {
  private static final int SALT_LENGTH = 16;
  private static final int TAG_LENGTH = 32;

  String compute(byte[] password) {
    var salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    return Argon2idHash.compute(password, salt, parameters, TAG_LENGTH, function).phc();
  }

  boolean made(StoredHash stored) {
    return stored instanceof Argon2idHash hash
        && hash.parameters().equals(parameters)
        && hash.salted().salt().length == SALT_LENGTH
        && hash.salted().tagLength() == TAG_LENGTH;
  }
}
