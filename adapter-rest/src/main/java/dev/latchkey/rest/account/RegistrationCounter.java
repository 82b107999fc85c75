package dev.latchkey.rest.account;

import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.rest.metrics.OutcomeCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/// Counts registrations by what became of them.
@Singleton
final class RegistrationCounter {
  private final OutcomeCounter<RegistrationOutcome> registrations;

  RegistrationCounter(MeterRegistry registry) {
    registrations =
        new OutcomeCounter<>(
            registry, "latchkey.account.registrations", "Registrations", RegistrationOutcome.class);
  }

  /// Counts an outcome and hands it on.
  RegisterUser.Outcome counted(RegisterUser.Outcome outcome) {
    registrations.count(RegistrationOutcome.of(outcome));
    return outcome;
  }
}
