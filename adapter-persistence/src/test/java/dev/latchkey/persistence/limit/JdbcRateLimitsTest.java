package dev.latchkey.persistence.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.testkit.limit.LimitsUnderTest;
import dev.latchkey.testkit.limit.RateLimitsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcRateLimitsTest implements RateLimitsContract {
  private final JdbcStores stores = JdbcStores.open();

  @AfterAll
  void closeStores() {
    stores.close();
    assertThat(stores.deadlocks()).isZero();
  }

  @Override
  public RateLimits limits() {
    return stores.limits();
  }

  @Test
  @Tag("C132")
  void countsForEveryNode() {
    var claim = LimitsUnderTest.claim(new Limit(2, Duration.ofMinutes(1)));
    var now = Instant.parse("2026-06-15T12:00:00Z");
    limits().admit(List.of(claim), now);

    try (var other = JdbcStores.on(stores.database())) {
      other.limits().admit(List.of(claim), now);
    }

    assertThat(isAdmitted(now, claim)).isFalse();
  }
}
