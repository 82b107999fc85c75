package dev.latchkey.rest.session;

import dev.latchkey.application.session.RefreshSession;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/// Counts refreshes by what became of them. Many that are `concurrent` show a client that refreshes
/// twice at once; many that are `reused`, one that loses answers, or a thief.
@Singleton
final class RefreshCounter {
  private final MeterRegistry registry;

  RefreshCounter(MeterRegistry registry) {
    this.registry = registry;
  }

  /// Counts an outcome and hands it on.
  RefreshSession.Outcome counted(RefreshSession.Outcome outcome) {
    registry.counter("latchkey.refreshes", "outcome", label(outcome)).increment();
    return outcome;
  }

  private static String label(RefreshSession.Outcome outcome) {
    return switch (outcome) {
      case RefreshSession.Refreshed(_, boolean concurrent) -> concurrent ? "concurrent" : "rotated";
      case RefreshSession.Refused refused -> refused.name().toLowerCase(Locale.ROOT);
    };
  }
}
