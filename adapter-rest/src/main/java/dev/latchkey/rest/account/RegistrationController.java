package dev.latchkey.rest.account;

import dev.latchkey.application.account.RegisterUser;
import dev.latchkey.domain.user.User;
import dev.latchkey.rest.limit.Throttled;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.security.RequestOrigin;
import dev.latchkey.rest.server.Paths;
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

/// Where people register.
@Controller("/auth")
@MayFail
@Tag(name = "account")
final class RegistrationController {
  private final RegisterUser registerUser;
  private final RegistrationCounter counter;
  private final Throttled throttled;
  private final EvenPace pace;
  private final Paths paths;

  RegistrationController(
      RegisterUser registerUser,
      RegistrationCounter counter,
      Throttled throttled,
      EvenPace pace,
      Paths paths) {
    this.registerUser = registerUser;
    this.counter = counter;
    this.throttled = throttled;
    this.pace = pace;
    this.paths = paths;
  }

  @Post("/register")
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "Register",
      security = {})
  @ApiResponse(
      responseCode = "201",
      description = "The user exists now",
      content = @Content(schema = @Schema(implementation = UserResponse.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Where registrations are private: a mail says how to go on")
  HttpResponse<?> register(HttpRequest<?> http, @Body RegisterRequest request) {
    var started = pace.start();
    var outcome = registerUser.register(request.toRegistration(), RequestOrigin.of(http));
    return switch (counter.counted(outcome)) {
      case RegisterUser.Registered(User user) ->
          HttpResponse.created(UserResponse.of(user), paths.user(user.id()));
      case RegisterUser.Throttled(var refused) -> throttled.answer(refused);
      case RegisterUser.Accepted() -> started.answer(HttpResponse.accepted());
      case RegisterUser.Invalid(var violations) -> Problems.invalid(violations);
      case RegisterUser.Refused refused ->
          switch (refused) {
            case CLOSED -> Problems.of(ProblemCode.REGISTRATION_CLOSED);
            case ROLE_NOT_ASSIGNABLE -> Problems.of(ProblemCode.ROLE_NOT_ASSIGNABLE);
            case EMAIL_TAKEN -> Problems.of(ProblemCode.EMAIL_TAKEN);
            // Found for a known address on another way than for a new one.
            case USERNAME_TAKEN -> started.answer(Problems.of(ProblemCode.USERNAME_TAKEN));
          };
    };
  }
}
