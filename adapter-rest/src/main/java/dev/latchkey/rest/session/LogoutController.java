package dev.latchkey.rest.session;

import dev.latchkey.application.session.LogOut;
import dev.latchkey.domain.Violation;
import dev.latchkey.rest.json.InvalidRequest;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.security.RequestOrigin;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Where people log out.
@Controller("/auth")
@MayFail
@Tag(name = "session")
final class LogoutController {
  private final LogOut logOut;

  LogoutController(LogOut logOut) {
    this.logOut = logOut;
  }

  @Post("/logout")
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "End this session, the others or all",
      security = {})
  @ApiResponse(
      responseCode = "200",
      description = "Done; doing it twice is no error",
      content = @Content(schema = @Schema(implementation = LogoutResponse.class)))
  HttpResponse<?> logOut(
      HttpRequest<?> http,
      @QueryValue(defaultValue = "session")
          @Schema(
              type = "string",
              allowableValues = {"session", "others", "all"})
          String scope,
      @Body RefreshRequest request) {
    var reach = scope(scope);
    if (!logOut.logOut(request.refreshToken(), reach, RequestOrigin.of(http))) {
      return Problems.of(ProblemCode.REFRESH_TOKEN_INVALID);
    }
    var answer = HttpResponse.ok(new LogoutResponse("logged_out"));
    // Whoever ends the others' sessions keeps their own, and what a page stored of it.
    return reach == LogOut.Scope.OTHERS
        ? answer
        : answer.header("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  private static LogOut.Scope scope(String name) {
    return switch (name) {
      case "session" -> LogOut.Scope.SESSION;
      case "others" -> LogOut.Scope.OTHERS;
      case "all" -> LogOut.Scope.ALL;
      default ->
          throw new InvalidRequest(
              "scope", Violation.Code.INVALID_VALUE, "One of session, others and all.");
    };
  }
}
