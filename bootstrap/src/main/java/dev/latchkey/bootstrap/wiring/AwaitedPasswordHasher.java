package dev.latchkey.bootstrap.wiring;

import dev.latchkey.crypto.password.Argon2Implementation;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// A hasher that the first who needs it, or [HashPreparation], makes ready, while others wait.
record AwaitedPasswordHasher(FutureTask<Prepared> preparation) implements PasswordHasher {

  /// What is ready, and who computes Argon2id for it.
  record Prepared(PasswordHasher hasher, Argon2Implementation argon2) {}

  @Override
  public PasswordHash hash(RawPassword password) {
    return prepared().hasher().hash(password);
  }

  @Override
  public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
    return prepared().hasher().verify(password, stored);
  }

  /// Prepares it, or waits for whoever does.
  Prepared prepared() {
    // Does nothing but the first time.
    preparation.run();
    try {
      return preparation.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no password can be hashed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a password waited", e);
    }
  }
}
