package dev.latchkey.testkit.id;

import dev.latchkey.domain.port.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Gives `00000000-0001-7000-8000-000000000000` and so on: valid UUIDs of version 7 that a person
/// can tell apart in a failure's message. Safe to use from any number of threads.
public final class SequentialIds implements Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final AtomicLong last = new AtomicLong();

  @Override
  public UUID next() {
    return new UUID(last.incrementAndGet() << 16 | VERSION_7, VARIANT);
  }
}
