package dev.latchkey.rest.health;

import dev.latchkey.application.session.Caller;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.server.SameThread;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Tells load balancers and people whether the service lives and can serve.
@Controller
@MayFail
@Tag(name = "health")
final class HealthController {
  private final Readiness readiness;

  HealthController(Readiness readiness) {
    this.readiness = readiness;
  }

  @Get("/health/liveness")
  @Secured(Access.ANYBODY)
  @ExecuteOn(SameThread.NAME)
  @Operation(
      summary = "Whether the process answers at all",
      security = {})
  @ApiResponse(
      responseCode = "200",
      description = "It does",
      content = @Content(schema = @Schema(implementation = HealthResponse.class)))
  HealthResponse live() {
    return HealthResponse.ok();
  }

  @Get(uris = {"/auth/health", "/health/readiness"})
  @Secured(Access.ANYBODY)
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Operation(
      summary = "Whether calls can be served; admins see each check",
      security = {})
  @ApiResponse(
      responseCode = "200",
      description = "They can",
      content = @Content(schema = @Schema(implementation = HealthResponse.class)))
  @ApiResponse(
      responseCode = "503",
      description = "They cannot at the moment",
      content = @Content(schema = @Schema(implementation = HealthResponse.class)))
  HttpResponse<HealthResponse> ready(@Parameter(hidden = true) @Nullable Caller caller) {
    var report = readiness.look();
    var response =
        new HealthResponse(
            report.status(), caller != null && caller.isAdmin() ? report.checks() : null);
    return report.ready()
        ? HttpResponse.ok(response)
        : HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, "2")
            .body(response);
  }
}
