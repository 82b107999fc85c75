package dev.latchkey.rest.account;

import dev.latchkey.application.account.RequestPasswordReset;
import dev.latchkey.application.account.ResetPassword;
import dev.latchkey.application.account.SendPasswordReset;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.rest.limit.AddressLimits;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/// Where people who have forgotten their password get a new one.
@Controller
@MayFail
@Secured(Access.AUTHENTICATED)
final class PasswordResetController {
  private final RequestPasswordReset requestPasswordReset;
  private final ResetPassword resetPassword;
  private final SendPasswordReset sendPasswordReset;
  private final AddressLimits addresses;
  private final EvenPace pace;

  PasswordResetController(
      RequestPasswordReset requestPasswordReset,
      ResetPassword resetPassword,
      SendPasswordReset sendPasswordReset,
      AddressLimits addresses,
      EvenPace pace) {
    this.requestPasswordReset = requestPasswordReset;
    this.resetPassword = resetPassword;
    this.sendPasswordReset = sendPasswordReset;
    this.addresses = addresses;
    this.pace = pace;
  }

  @Post("/auth/password/forgot")
  @Secured(Access.ANYBODY)
  @Tag(name = "account")
  @Operation(
      summary = "Send a link for a new password",
      security = {})
  @ApiResponse(
      responseCode = "202",
      description = "The user of this address gets a mail, if there is one")
  HttpResponse<?> forgot(HttpRequest<?> http, @Body PasswordForgotRequest request) {
    return addresses.limited(
        http,
        LimitName.MAIL,
        () -> {
          var started = pace.start();
          return switch (requestPasswordReset.request(request.email(), RequestOrigin.of(http))) {
            case RequestPasswordReset.Accepted() -> started.answer(HttpResponse.accepted());
            case RequestPasswordReset.Invalid(var violations) -> Problems.invalid(violations);
          };
        });
  }

  @Post("/auth/password/reset")
  @Secured(Access.ANYBODY)
  @Tag(name = "account")
  @Operation(
      summary = "Set a new password by the token of a mail's link, and end every session",
      security = {})
  @ApiResponse(responseCode = "204", description = "The new password counts")
  HttpResponse<?> reset(HttpRequest<?> http, @Body PasswordResetRequest request) {
    return addresses.limited(
        http,
        LimitName.REDEEM,
        () -> {
          return switch (resetPassword.reset(
              request.token(), request.password(), RequestOrigin.of(http))) {
            case ResetPassword.Reset _ -> HttpResponse.noContent();
            case ResetPassword.InvalidToken() -> Problems.of(ProblemCode.INVALID_TICKET);
            case ResetPassword.Invalid(var violations) -> Problems.invalid(violations);
          };
        });
  }

  @Post("/users/{id}/password-reset")
  @Secured("admin")
  @Tag(name = "users")
  @Operation(summary = "Send a user a link for a new password")
  @ApiResponse(
      responseCode = "202",
      description = "The user gets a mail; one who is not active gets none")
  HttpResponse<?> send(@Parameter(hidden = true) Caller caller, UUID id) {
    return switch (sendPasswordReset.send(caller, new UserId(id))) {
      case SENT, INACTIVE -> HttpResponse.accepted();
      case UNKNOWN -> Problems.of(ProblemCode.NOT_FOUND);
    };
  }
}
