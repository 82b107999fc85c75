package dev.latchkey.rest.admin;

import dev.latchkey.application.admin.CountUsers;
import dev.latchkey.application.session.Caller;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.ForApiKeys;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Users in numbers, for admins.
@Controller("/auth/stats")
@MayFail
@Tag(name = "users")
@Secured("admin")
final class StatsController {
  private final CountUsers countUsers;

  StatsController(CountUsers countUsers) {
    this.countUsers = countUsers;
  }

  @Get
  @Secured("admin")
  @ForApiKeys(value = "users:read", admin = true)
  @Operation(
      summary = "Count users",
      description = "Takes an API key with the scope users:read.",
      security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "api_key")})
  @ApiResponse(
      responseCode = "200",
      description = "The counts of this moment",
      content = @Content(schema = @Schema(implementation = StatsResponse.class)))
  HttpResponse<?> count(@Parameter(hidden = true) Caller caller) {
    return countUsers
        .count(caller)
        .map(StatsResponse::of)
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(() -> Problems.of(ProblemCode.FORBIDDEN));
  }
}
