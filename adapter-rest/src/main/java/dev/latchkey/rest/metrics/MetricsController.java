package dev.latchkey.rest.metrics;

import dev.latchkey.rest.problem.MayFail;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The figures of this node in Prometheus' text format, for admins.
@Controller("/metrics")
@MayFail
@Tag(name = "health")
final class MetricsController {
  private final PrometheusMeterRegistry registry;

  MetricsController(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Get
  @Secured("admin")
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  @Operation(summary = "The figures of this node, for Prometheus")
  @ApiResponse(responseCode = "200", description = "Counters and gauges")
  String scrape() {
    return registry.scrape();
  }
}
