package dev.latchkey.rest.admin;

import dev.latchkey.application.admin.EndUserSessions;
import dev.latchkey.application.admin.FindUsers;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.rest.json.NextPage;
import dev.latchkey.rest.limit.SearchLimits;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.ForApiKeys;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.util.UUID;

/// All users, for admins.
@Controller("/users")
@MayFail
@Tag(name = "users")
@Secured("admin")
final class UserListController {
  private final FindUsers findUsers;
  private final SearchLimits limits;
  private final EndUserSessions endUserSessions;

  UserListController(FindUsers findUsers, SearchLimits limits, EndUserSessions endUserSessions) {
    this.findUsers = findUsers;
    this.limits = limits;
    this.endUserSessions = endUserSessions;
  }

  @Get
  @Secured("admin")
  @ForApiKeys(value = "users:read", admin = true)
  @Operation(
      summary = "List and search users",
      description = "Takes an API key with the scope users:read.",
      security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "api_key")})
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100; 20 by default")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next_cursor of a page")
  @Parameter(name = "q", in = ParameterIn.QUERY, description = "beginning of email, username, name")
  @Parameter(name = "role", in = ParameterIn.QUERY)
  @Parameter(name = "is_active", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
  @Parameter(name = "is_verified", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = "string",
              allowableValues = {"-created_at", "created_at", "email", "-email"}))
  @Parameter(name = "count", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
  @ApiResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = UserListResponse.class)))
  HttpResponse<?> find(
      @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) HttpRequest<?> request) {
    return limits.limited(caller, () -> search(caller, request));
  }

  private HttpResponse<?> search(Caller caller, HttpRequest<?> request) {
    var query = UserQueryParameters.read(request.getParameters());
    return findUsers
        .find(caller, query)
        .map(page -> UserListResponse.of(page, query.order()))
        .<HttpResponse<?>>map(answer -> NextPage.link(request, answer, answer.nextCursor()))
        .orElseGet(() -> Problems.of(ProblemCode.FORBIDDEN));
  }

  @Delete("/{id}/sessions")
  @Secured("admin")
  @Operation(summary = "Log a user out everywhere")
  @ApiResponse(responseCode = "204", description = "Every session has ended")
  HttpResponse<?> endSessions(@Parameter(hidden = true) Caller caller, UUID id) {
    return endUserSessions.end(caller, new UserId(id))
        ? HttpResponse.noContent()
        : Problems.of(ProblemCode.NOT_FOUND);
  }
}
