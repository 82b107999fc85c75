package dev.latchkey.rest.account;

import dev.latchkey.application.account.ChangePassword;
import dev.latchkey.application.session.Caller;
import dev.latchkey.rest.limit.Throttled;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.Access;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Where users change their passwords.
@Controller("/auth/password")
@MayFail
@Tag(name = "account")
@Secured(Access.AUTHENTICATED)
final class PasswordController {
  private final ChangePassword changePassword;
  private final Throttled throttled;

  PasswordController(ChangePassword changePassword, Throttled throttled) {
    this.changePassword = changePassword;
    this.throttled = throttled;
  }

  @Post("/change")
  @Secured(Access.AUTHENTICATED)
  @Operation(summary = "Change one's password and end every other session")
  @ApiResponse(responseCode = "204", description = "The new password counts")
  HttpResponse<?> change(
      @Parameter(hidden = true) Caller caller, @Body PasswordChangeRequest request) {
    return switch (changePassword.change(
        caller, request.currentPassword(), request.newPassword())) {
      case ChangePassword.Changed() -> HttpResponse.noContent();
      case ChangePassword.WrongPassword() -> Problems.of(ProblemCode.WRONG_PASSWORD);
      case ChangePassword.Throttled(var refused) -> throttled.answer(refused);
      case ChangePassword.Invalid(var violations) -> Problems.invalid(violations);
    };
  }
}
