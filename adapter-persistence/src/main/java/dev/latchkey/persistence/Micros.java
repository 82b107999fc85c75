package dev.latchkey.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Cuts times to the microseconds that PostgreSQL keeps; its driver would round them up.
public final class Micros {
  private Micros() {}

  /// The microsecond that the time lies in.
  public static Instant of(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  /// The microsecond that the time lies in, as a parameter whose type the driver states. Of one
  /// that it does not, such as a plain timestamp, it asks the server, and from the sixth call on
  /// spends a round trip more on each. The parameter of a query is marked `@TypeDef` as `OBJECT`,
  /// and named unlike the columns of the query's entity, from which Micronaut would take another
  /// type.
  public static OffsetDateTime typed(Instant time) {
    return of(time).atOffset(ZoneOffset.UTC);
  }

  /// The microsecond that the time lies in, where there is one.
  public static @Nullable Instant ofNullable(@Nullable Instant time) {
    return time == null ? null : of(time);
  }
}
