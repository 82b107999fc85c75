package dev.latchkey.crypto.password;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A stored hash that was read and asks for no more work than the bounds allow.
interface StoredHash {

  /// Whether this algorithm reads the password whole. Where it does not, nothing matches.
  default boolean takes(byte[] password) {
    return true;
  }

  /// Computes the password's hash and compares it in constant time.
  boolean matches(byte[] password);

  /// Reads any form that this package knows.
  ///
  /// @return empty for whatever is malformed, unknown or out of bounds
  static Optional<StoredHash> read(String text, Argon2id argon2id) {
    return Stream.<Function<String, Optional<? extends StoredHash>>>of(
            t -> Argon2idHash.read(t, argon2id),
            BcryptHash::read,
            ScryptHash::read,
            Pbkdf2Hash::read)
        .map(form -> form.apply(text))
        .flatMap(Optional::stream)
        .map(StoredHash.class::cast)
        .findFirst();
  }
}
