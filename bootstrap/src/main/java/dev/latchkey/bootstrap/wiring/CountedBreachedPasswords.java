package dev.latchkey.bootstrap.wiring;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Counts what look-ups find, so that a list which answers nothing is seen.
final class CountedBreachedPasswords implements BreachedPasswords {
  private final BreachedPasswords list;
  private final Map<Finding, Counter> counters = new EnumMap<>(Finding.class);

  CountedBreachedPasswords(BreachedPasswords list, MeterRegistry registry) {
    this.list = list;
    for (var finding : Finding.values()) {
      var outcome = finding.name().toLowerCase(Locale.ROOT);
      counters.put(finding, registry.counter("latchkey.breach.checks", "outcome", outcome));
    }
  }

  @Override
  public Finding find(RawPassword password) {
    var finding = list.find(password);
    Objects.requireNonNull(counters.get(finding)).increment();
    return finding;
  }
}
