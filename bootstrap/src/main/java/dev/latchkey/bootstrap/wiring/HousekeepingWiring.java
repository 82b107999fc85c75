package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.housekeeping.TidyUp;
import dev.latchkey.bootstrap.housekeeping.HeapKeeper;
import dev.latchkey.bootstrap.housekeeping.Housekeeper;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.domain.port.Housekeeping;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

@Factory
final class HousekeepingWiring {
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Singleton
  TidyUp tidyUp(Housekeeping housekeeping, Settings settings, InstantSource clock) {
    return new TidyUp(housekeeping, settings.housekeeping().retention(), clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  HeapKeeper heapKeeper() {
    return new HeapKeeper();
  }

  @Singleton
  @Bean(preDestroy = "close")
  Housekeeper housekeeper(TidyUp tidyUp, MeterRegistry registry) {
    return new Housekeeper(tidyUp, registry, PAUSE);
  }
}
