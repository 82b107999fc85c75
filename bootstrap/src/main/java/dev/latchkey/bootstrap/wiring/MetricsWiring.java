package dev.latchkey.bootstrap.wiring;

import dev.latchkey.bootstrap.build.Version;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class MetricsWiring {

  @Singleton
  Gauge build(MeterRegistry registry) {
    return Gauge.builder("latchkey.build.info", () -> 1)
        .description("The version that runs, and the Java it runs on")
        .tag("version", Version.number())
        .tag("java", Runtime.version().toString())
        .register(registry);
  }
}
