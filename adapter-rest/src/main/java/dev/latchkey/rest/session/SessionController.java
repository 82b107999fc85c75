package dev.latchkey.rest.session;

import dev.latchkey.application.session.Caller;
import dev.latchkey.application.session.EndSession;
import dev.latchkey.application.session.FindSessions;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.Access;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/// A user's own devices, and anybody's for admins.
@Controller
@MayFail
@Tag(name = "session")
@Secured(Access.AUTHENTICATED)
final class SessionController {
  private final FindSessions findSessions;
  private final EndSession endSession;

  SessionController(FindSessions findSessions, EndSession endSession) {
    this.findSessions = findSessions;
    this.endSession = endSession;
  }

  @Get("/auth/sessions")
  @Secured(Access.AUTHENTICATED)
  @Operation(summary = "List one's own devices")
  @ApiResponse(
      responseCode = "200",
      description = "The live sessions",
      content = @Content(schema = @Schema(implementation = SessionList.class)))
  HttpResponse<?> listOwn(@Parameter(hidden = true) Caller caller) {
    return list(caller, caller.user().id());
  }

  @Delete("/auth/sessions/{sessionId}")
  @Secured(Access.AUTHENTICATED)
  @Operation(summary = "End one of one's own sessions")
  @ApiResponse(responseCode = "204", description = "The session has ended")
  HttpResponse<?> endOwn(@Parameter(hidden = true) Caller caller, UUID sessionId) {
    return end(caller, caller.user().id(), sessionId);
  }

  @Get("/users/{id}/sessions")
  @Secured("admin")
  @Operation(summary = "List a user's devices")
  @ApiResponse(
      responseCode = "200",
      description = "The live sessions",
      content = @Content(schema = @Schema(implementation = SessionList.class)))
  HttpResponse<?> listOfUser(@Parameter(hidden = true) Caller caller, UUID id) {
    return list(caller, new UserId(id));
  }

  @Delete("/users/{id}/sessions/{sessionId}")
  @Secured("admin")
  @Operation(summary = "End one session of a user")
  @ApiResponse(responseCode = "204", description = "The session has ended")
  HttpResponse<?> endOfUser(@Parameter(hidden = true) Caller caller, UUID id, UUID sessionId) {
    return end(caller, new UserId(id), sessionId);
  }

  private HttpResponse<?> list(Caller caller, UserId user) {
    return findSessions
        .find(caller, user)
        .map(sessions ->
            new SessionList(
                sessions.stream()
                    .map(session -> SessionResponse.of(session, caller.session()))
                    .toList()))
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(() -> Problems.of(ProblemCode.NOT_FOUND));
  }

  private HttpResponse<?> end(Caller caller, UserId user, UUID session) {
    return endSession.end(caller, user, new SessionId(session))
        ? HttpResponse.noContent()
        : Problems.of(ProblemCode.NOT_FOUND);
  }
}
