package dev.latchkey.bootstrap.wiring;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.password.Verification;
import dev.latchkey.domain.port.PasswordHasher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Measures how long the computing itself takes, without the wait for it.
final class TimedPasswordHasher implements PasswordHasher {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1)
  };

  private final PasswordHasher delegate;
  private final Timer hashes;
  private final Timer checks;

  TimedPasswordHasher(PasswordHasher delegate, MeterRegistry registry) {
    this.delegate = delegate;
    hashes = timer(registry, "hash");
    checks = timer(registry, "check");
  }

  private static Timer timer(MeterRegistry registry, String work) {
    return Timer.builder("latchkey.password.computing")
        .description("How long hashes are computed, without the wait for it")
        .tag("work", work)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  @Override
  public PasswordHash hash(RawPassword password) {
    var sample = Timer.start();
    try {
      return delegate.hash(password);
    } finally {
      sample.stop(hashes);
    }
  }

  @Override
  public Verification verify(RawPassword password, @Nullable PasswordHash stored) {
    var sample = Timer.start();
    try {
      return delegate.verify(password, stored);
    } finally {
      sample.stop(checks);
    }
  }
}
