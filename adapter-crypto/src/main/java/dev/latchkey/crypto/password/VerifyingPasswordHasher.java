package dev.latchkey.crypto.password;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Checks hashes of every known algorithm; what new hashes look like is for the heir to say.
abstract sealed class VerifyingPasswordHasher implements PasswordHasher
    permits Argon2idPasswordHasher, BcryptPasswordHasher {
  private static final byte[] EMPTY = {};

  private final Argon2id argon2id;

  VerifyingPasswordHasher(Argon2id argon2id) {
    this.argon2id = argon2id;
  }

  /// The text to store for a new password.
  abstract String compute(byte[] password);

  /// Whether a new hash of this password would be made the same way.
  abstract boolean isCurrent(StoredHash stored, byte[] password);

  @Override
  public final PasswordHash hash(RawPassword password) {
    if (!isHashable(password)) {
      throw new IllegalArgumentException("neither too long nor malformed passwords are hashed");
    }
    var bytes = password.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      return new PasswordHash(compute(bytes));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public final Verification verify(RawPassword password, @Nullable PasswordHash stored) {
    if (!isHashable(password)) {
      return differAtFullCost(EMPTY);
    }
    var bytes = password.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      return stored == null ? differAtFullCost(bytes) : verify(bytes, stored.reveal());
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private Verification verify(byte[] password, String text) {
    var stored = StoredHash.read(text, argon2id);
    if (stored.isEmpty()) {
      differAtFullCost(password);
      return Verification.CORRUPT;
    }
    if (!stored.get().takes(password)) {
      return differAtFullCost(password);
    }
    if (!stored.get().matches(password)) {
      return Verification.DIFFERS;
    }
    return isCurrent(stored.get(), password) ? Verification.MATCHES : Verification.MATCHES_OUTDATED;
  }

  private Verification differAtFullCost(byte[] password) {
    compute(password);
    return Verification.DIFFERS;
  }

  private static boolean isHashable(RawPassword password) {
    return !password.isTooLong() && !password.isMalformed();
  }
}
