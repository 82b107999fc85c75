package dev.latchkey.rest.session;

import dev.latchkey.application.session.RefreshSession;
import dev.latchkey.rest.limit.Throttled;
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
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Where clients rotate their refresh tokens.
@Controller("/auth")
@MayFail
@Tag(name = "session")
final class RefreshController {
  private final RefreshSession refreshSession;
  private final RefreshCounter counter;
  private final Throttled throttled;

  RefreshController(RefreshSession refreshSession, RefreshCounter counter, Throttled throttled) {
    this.refreshSession = refreshSession;
    this.counter = counter;
    this.throttled = throttled;
  }

  @Post("/refresh")
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "Exchange a refresh token for its successor",
      security = {})
  @ApiResponse(
      responseCode = "200",
      description = "The session lives on; Latchkey-Refresh says rotated or concurrent",
      content = @Content(schema = @Schema(implementation = TokenResponse.class)))
  HttpResponse<?> refresh(HttpRequest<?> http, @Body RefreshRequest request) {
    var outcome = refreshSession.refresh(request.refreshToken(), RequestOrigin.of(http));
    return switch (counter.counted(outcome)) {
      case RefreshSession.Refreshed(var pair, boolean concurrent) ->
          RefreshCause.of(concurrent).on(HttpResponse.ok(TokenResponse.of(pair)));
      case RefreshSession.Throttled(var refused) -> throttled.answer(refused);
      case RefreshSession.Refused refused ->
          Problems.of(
              switch (refused) {
                case INVALID -> ProblemCode.REFRESH_TOKEN_INVALID;
                case REUSED -> ProblemCode.REFRESH_TOKEN_REUSED;
                case ENDED -> ProblemCode.SESSION_REVOKED;
                case EXPIRED -> ProblemCode.SESSION_EXPIRED;
              });
    };
  }
}
