package dev.latchkey.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.testkit.password.BreachedPasswordsContract;
import dev.latchkey.testkit.password.ListedBreachedPasswords;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CountedBreachedPasswordsTest implements BreachedPasswordsContract {
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final ListedBreachedPasswords list = new ListedBreachedPasswords();
  private final BreachedPasswords counted = new CountedBreachedPasswords(list, registry);

  @Override
  public BreachedPasswords withListed() {
    list.add(LISTED);
    return counted;
  }

  @Override
  public BreachedPasswords unreachable() {
    list.silence(true);
    return counted;
  }

  @Test
  void countsLookUpsByWhatTheyFind() {
    assertThat(count("no_answer")).isZero();

    counted.find(LISTED);
    withListed().find(LISTED);
    unreachable().find(LISTED);
    unreachable().find(LISTED);

    assertThat(count("not_found")).isEqualTo(1);
    assertThat(count("found")).isEqualTo(1);
    assertThat(count("no_answer")).isEqualTo(2);
  }

  private double count(String outcome) {
    return registry.get("latchkey.breach.checks").tag("outcome", outcome).counter().count();
  }
}
