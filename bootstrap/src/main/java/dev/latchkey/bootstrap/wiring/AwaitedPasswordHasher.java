package dev.latchkey.bootstrap.wiring;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// A hasher that the first who needs it, or [HashPreparation], makes ready, while others wait.
record AwaitedPasswordHasher(FutureTask<PasswordHasher> hasher) implements PasswordHasher {

  @Override
  public PasswordHash hash(RawPassword password) {
    return awaited().hash(password);
  }

  @Override
  public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
    return awaited().verify(password, stored);
  }

  private PasswordHasher awaited() {
    // Does nothing but the first time.
    hasher.run();
    try {
      return hasher.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no password can be hashed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a password waited", e);
    }
  }
}
