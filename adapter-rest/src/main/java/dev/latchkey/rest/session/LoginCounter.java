package dev.latchkey.rest.session;

import dev.latchkey.application.session.LogIn;
import dev.latchkey.rest.metrics.OutcomeCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/// Counts log-ins by what became of them. Many of an `unknown_login` or a `wrong_password` are
/// somebody who tries out lists.
@Singleton
final class LoginCounter {
  private final OutcomeCounter<LoginOutcome> logins;

  LoginCounter(MeterRegistry registry) {
    logins =
        new OutcomeCounter<>(registry, "latchkey.session.logins", "Log-ins", LoginOutcome.class);
  }

  /// Counts an outcome and hands it on.
  LogIn.Outcome counted(LogIn.Outcome outcome) {
    logins.count(LoginOutcome.of(outcome));
    return outcome;
  }
}
