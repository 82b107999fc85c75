package dev.latchkey.bootstrap.wiring;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.rest.metrics.OutcomeCounter;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts what look-ups find, so that a list which answers nothing is seen.
final class CountedBreachedPasswords implements BreachedPasswords {
  private final BreachedPasswords list;
  private final OutcomeCounter<Finding> counter;

  CountedBreachedPasswords(BreachedPasswords list, MeterRegistry registry) {
    this.list = list;
    counter =
        new OutcomeCounter<>(
            registry,
            "latchkey.breach.checks",
            "Look-ups of new passwords among those of breaches",
            Finding.class);
  }

  @Override
  public Finding find(RawPassword password) {
    var finding = list.find(password);
    counter.count(finding);
    return finding;
  }
}
