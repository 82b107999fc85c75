package dev.latchkey.rest.metrics;

import dev.latchkey.domain.WireName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;

/// Counts what became of something, by the constants of an enum: each has its series from the start
/// on, so that a first failure is seen as an increase, and no label ever comes from a request.
public final class OutcomeCounter<E extends Enum<E>> {
  private final Counter[] counters;

  /// @param name such as `latchkey.session.logins`
  /// @param outcomes the values of the label `outcome`, in lower case
  public OutcomeCounter(
      MeterRegistry registry, String name, String description, Class<E> outcomes) {
    counters =
        Stream.of(outcomes.getEnumConstants())
            .map(outcome ->
                Counter.builder(name)
                    .description(description)
                    .tag("outcome", WireName.of(outcome))
                    .register(registry))
            .toArray(Counter[]::new);
  }

  /// One more of these.
  public void count(E outcome) {
    counters[outcome.ordinal()].increment();
  }
}
