package dev.latchkey.persistence.session.live;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;

/// Lets a node remember live sessions although it hears nothing.
public final class Belief {
  private static final Duration LONG = Duration.ofHours(1);

  private Belief() {}

  /// From now on and for an hour, only what the stores themselves forget is forgotten.
  public static void withoutProof(ApplicationContext context) {
    context.getBean(LiveSessions.class).believe(lasting());
  }

  /// The sending of a beat that proves enough for an hour.
  static long lasting() {
    return System.nanoTime() + LONG.toNanos();
  }
}
