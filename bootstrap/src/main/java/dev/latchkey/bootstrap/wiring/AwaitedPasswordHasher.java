package dev.latchkey.bootstrap.wiring;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Lets callers wait for a hasher that is still being prepared.
record AwaitedPasswordHasher(Future<PasswordHasher> hasher) implements PasswordHasher {

  @Override
  public PasswordHash hash(RawPassword password) {
    return awaited().hash(password);
  }

  @Override
  public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
    return awaited().verify(password, stored);
  }

  private PasswordHasher awaited() {
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
