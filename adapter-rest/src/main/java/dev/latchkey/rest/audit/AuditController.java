package dev.latchkey.rest.audit;

import dev.latchkey.application.audit.FindEvents;
import dev.latchkey.application.session.Caller;
import dev.latchkey.rest.json.NextPage;
import dev.latchkey.rest.limit.SearchLimits;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.ForApiKeys;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What happened, for admins.
@Controller("/audit")
@MayFail
@Tag(name = "audit")
@Secured("admin")
final class AuditController {
  private final FindEvents findEvents;
  private final SearchLimits limits;

  AuditController(FindEvents findEvents, SearchLimits limits) {
    this.findEvents = findEvents;
    this.limits = limits;
  }

  @Get
  @Secured("admin")
  @ForApiKeys(value = "audit:read", admin = true)
  @Operation(
      summary = "List what happened, the newest first",
      description = "Takes an API key with the scope audit:read.",
      security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "api_key")})
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100; 20 by default")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next_cursor of a page")
  @Parameter(name = "user_id", in = ParameterIn.QUERY, description = "whom it concerns")
  @Parameter(name = "actor_id", in = ParameterIn.QUERY, description = "who did it")
  @Parameter(name = "kind", in = ParameterIn.QUERY, description = "such as login.failed")
  @Parameter(
      name = "since",
      in = ParameterIn.QUERY,
      description = "first moment, RFC 3339 in UTC",
      schema = @Schema(type = "string", format = "date-time"))
  @Parameter(
      name = "until",
      in = ParameterIn.QUERY,
      description = "first moment no longer",
      schema = @Schema(type = "string", format = "date-time"))
  @ApiResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = AuditEventList.class)))
  HttpResponse<?> find(
      @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) HttpRequest<?> request) {
    return limits.limited(caller, () -> search(caller, request));
  }

  private HttpResponse<?> search(Caller caller, HttpRequest<?> request) {
    return findEvents
        .find(caller, AuditQueryParameters.read(request.getParameters()))
        .map(AuditEventList::of)
        .<HttpResponse<?>>map(answer -> NextPage.link(request, answer, answer.nextCursor()))
        .orElseGet(() -> Problems.of(ProblemCode.FORBIDDEN));
  }
}
