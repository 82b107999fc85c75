package dev.latchkey.rest.session;

import dev.latchkey.application.session.RefreshSession;
import dev.latchkey.rest.metrics.OutcomeCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/// Counts refreshes by what became of them. Many that are `concurrent` show a client that refreshes
/// twice at once; many that are `reused`, one that loses answers, or a thief.
@Singleton
final class RefreshCounter {
  private final OutcomeCounter<RefreshOutcome> refreshes;

  RefreshCounter(MeterRegistry registry) {
    refreshes =
        new OutcomeCounter<>(
            registry, "latchkey.session.refreshes", "Refreshes", RefreshOutcome.class);
  }

  /// Counts an outcome and hands it on.
  RefreshSession.Outcome counted(RefreshSession.Outcome outcome) {
    refreshes.count(RefreshOutcome.of(outcome));
    return outcome;
  }
}
