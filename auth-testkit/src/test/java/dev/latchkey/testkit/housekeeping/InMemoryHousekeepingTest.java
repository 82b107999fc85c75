package dev.latchkey.testkit.housekeeping;

import dev.latchkey.domain.housekeeping.Remains;
import dev.latchkey.domain.port.Housekeeping;
import java.time.Instant;

class InMemoryHousekeepingTest implements HousekeepingContract {
  private final InMemoryHousekeeping housekeeping = new InMemoryHousekeeping();

  @Override
  public Housekeeping housekeeping() {
    return housekeeping;
  }

  @Override
  public String leave(Remains what, Instant ended) {
    return housekeeping.leave(what, ended);
  }

  @Override
  public String leaveLive(Remains what) {
    return housekeeping.leave(what, Instant.MAX);
  }

  @Override
  public boolean isThere(Remains what, String name) {
    return housekeeping.isThere(what, name);
  }
}
