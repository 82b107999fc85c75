package dev.latchkey.crypto.password;

import java.security.SecureRandom;

/// Hashes with bcrypt (`$2b$`), for deployments that share their hashes with software that knows
/// nothing else. bcrypt reads 72 bytes; a longer password is not cut but hashed with Argon2id, and
/// such a hash is as current as a bcrypt one. Otherwise like [Argon2idPasswordHasher].
public final class BcryptPasswordHasher extends VerifyingPasswordHasher {
  /// The cost to choose unless there is a reason: 2^12 rounds.
  public static final int DEFAULT_COST = 12;

  private final int cost;
  private final Argon2idScheme forLong;
  private final SecureRandom random;

  /// A hasher for passwords of any length.
  ///
  /// @param cost the binary logarithm of the rounds, 4 to 16
  /// @param forLong the parameters for passwords of more than 72 bytes
  public BcryptPasswordHasher(
      int cost,
      Argon2Parameters forLong,
      Argon2Implementation implementation,
      SecureRandom random) {
    this(cost, new Argon2idScheme(forLong, implementation.function(forLong), random), random);
  }

  private BcryptPasswordHasher(int cost, Argon2idScheme forLong, SecureRandom random) {
    super(forLong.function());
    if (cost < BcryptHash.MIN_COST || cost > BcryptHash.MAX_COST) {
      throw new IllegalArgumentException("the bcrypt cost is 4 to 16");
    }
    this.cost = cost;
    this.forLong = forLong;
    this.random = random;
  }

  @Override
  String compute(byte[] password) {
    if (!BcryptHash.isWhole(password)) {
      return forLong.compute(password);
    }
    var salt = new byte[BcryptHash.SALT_LENGTH];
    random.nextBytes(salt);
    return BcryptHash.compute(password, salt, cost).text();
  }

  @Override
  boolean isCurrent(StoredHash stored, byte[] password) {
    return BcryptHash.isWhole(password)
        ? stored instanceof BcryptHash hash && hash.cost() == cost
        : forLong.made(stored);
  }
}
