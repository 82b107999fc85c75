package dev.latchkey.bootstrap.wiring;

import dev.latchkey.bootstrap.build.Version;
import dev.latchkey.persistence.session.live.LiveSessions;
import io.micrometer.core.instrument.FunctionCounter;
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

  @Singleton
  Gauge sessionCache(MeterRegistry registry, LiveSessions live) {
    FunctionCounter.builder("latchkey.session.cache.hits", live, LiveSessions::hits)
        .description("Checks of a session that the node remembered")
        .register(registry);
    FunctionCounter.builder("latchkey.session.cache.misses", live, LiveSessions::misses)
        .description("Checks of a session that had to be read")
        .register(registry);
    Gauge.builder("latchkey.session.cache.entries", live, LiveSessions::size)
        .description("Sessions that the node remembers")
        .register(registry);
    return Gauge.builder("latchkey.session.cache.hearing", live, known -> known.hears() ? 1 : 0)
        .description("Whether the node hears of ended sessions")
        .register(registry);
  }
}
