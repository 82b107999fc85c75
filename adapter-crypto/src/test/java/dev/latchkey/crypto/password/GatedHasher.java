package dev.latchkey.crypto.password;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Notes what begins, and lets nothing end before the gate is opened.
final class GatedHasher implements PasswordHasher {
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  void open() {
    gate.countDown();
  }

  List<String> begun() {
    return begun;
  }

  int mostAtOnce() {
    return most.get();
  }

  @Override
  public PasswordHash hash(RawPassword password) {
    pass(password);
    return switch (password.reveal()) {
      case "fail" -> throw new IllegalArgumentException("as asked");
      case "die" -> throw new OutOfMemoryError("as asked");
      default -> new PasswordHash("hash of " + password.reveal());
    };
  }

  @Override
  public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
    pass(password);
    return Verification.DIFFERS;
  }

  private void pass(RawPassword password) {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    begun.add(password.reveal());
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      now.decrementAndGet();
    }
  }
}
