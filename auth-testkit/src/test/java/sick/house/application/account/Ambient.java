package sick.house.application.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

@SuppressWarnings("JavaTimeDefaultTimeZone")
final class Ambient {
  private Ambient() {}

  static List<Object> everything() {
    Supplier<Instant> now = Instant::now;
    System.out.println();
    System.err.println();
    return List.of(
        now.get(),
        Instant.now(),
        Clock.systemUTC(),
        Clock.systemDefaultZone(),
        Clock.system(ZoneOffset.UTC),
        InstantSource.system(),
        System.currentTimeMillis(),
        new SecureRandom(),
        UUID.randomUUID());
  }
}
