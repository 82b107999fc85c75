package dev.latchkey.crypto.password;

import java.security.SecureRandom;

/// Hashes with Argon2id into PHC strings (`$argon2id$v=19$m=…,t=…,p=…$salt$tag`, 16 bytes of salt,
/// 32 of tag). Also verifies bcrypt, scrypt and PBKDF2 and hashes of other parameters, as outdated.
///
/// Computes on the caller's thread and bounds nothing: put a [PooledPasswordHasher] before it. A
/// stored hash that asks for more than 256 MiB or some seconds is corrupt. Time tells the algorithm
/// and parameters of an outdated hash, never whether there is one of today's.
public final class Argon2idPasswordHasher extends VerifyingPasswordHasher {
  private final Argon2idScheme scheme;

  /// A hasher that computes new hashes with these parameters.
  public Argon2idPasswordHasher(
      Argon2Parameters parameters, Argon2Implementation implementation, SecureRandom random) {
    this(new Argon2idScheme(parameters, implementation.function(parameters), random));
  }

  Argon2idPasswordHasher(Argon2idScheme scheme) {
    super(scheme.function());
    this.scheme = scheme;
  }

  @Override
  String compute(byte[] password) {
    return scheme.compute(password);
  }

  @Override
  boolean isCurrent(StoredHash stored, byte[] password) {
    return scheme.made(stored);
  }
}
