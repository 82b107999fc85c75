package dev.latchkey.rest.account;

import dev.latchkey.application.account.RequestEmailChange;
import dev.latchkey.application.account.RequestVerification;
import dev.latchkey.application.account.VerifyEmail;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.rest.limit.AddressLimits;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Where addresses are verified and changed.
@Controller("/auth/email")
@MayFail
@Tag(name = "account")
@Secured(Access.AUTHENTICATED)
final class EmailController {
  private final RequestVerification requestVerification;
  private final VerifyEmail verifyEmail;
  private final RequestEmailChange requestEmailChange;
  private final Throttled throttled;
  private final AddressLimits addresses;
  private final EvenPace pace;

  EmailController(
      RequestVerification requestVerification,
      VerifyEmail verifyEmail,
      RequestEmailChange requestEmailChange,
      Throttled throttled,
      AddressLimits addresses,
      EvenPace pace) {
    this.requestVerification = requestVerification;
    this.verifyEmail = verifyEmail;
    this.requestEmailChange = requestEmailChange;
    this.throttled = throttled;
    this.addresses = addresses;
    this.pace = pace;
  }

  @Post("/verification")
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "Send the link that verifies an address once more",
      security = {})
  @ApiResponse(
      responseCode = "202",
      description = "The user of this address gets a mail, if there is one to be verified")
  HttpResponse<?> send(HttpRequest<?> http, @Body EmailVerificationRequest request) {
    return addresses.limited(
        http,
        LimitName.MAIL,
        () -> {
          var started = pace.start();
          return switch (requestVerification.request(request.email(), RequestOrigin.of(http))) {
            case RequestVerification.Accepted() -> started.answer(HttpResponse.accepted());
            case RequestVerification.Invalid(var violations) -> Problems.invalid(violations);
          };
        });
  }

  @Post("/verify")
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "Verify an address, or change to it, by the token of a mail's link",
      security = {})
  @ApiResponse(responseCode = "204", description = "The address is the user's, and verified")
  HttpResponse<?> verify(HttpRequest<?> http, @Body EmailVerifyRequest request) {
    return addresses.limited(
        http,
        LimitName.REDEEM,
        () -> {
          return switch (verifyEmail.verify(request.token(), RequestOrigin.of(http))) {
            case VerifyEmail.Verified _ -> HttpResponse.noContent();
            case VerifyEmail.Refused refused ->
                Problems.of(
                    switch (refused) {
                      case INVALID_TOKEN -> ProblemCode.INVALID_TICKET;
                      case EMAIL_TAKEN -> ProblemCode.EMAIL_TAKEN;
                    });
          };
        });
  }

  @Post("/change")
  @Secured(Access.AUTHENTICATED)
  @Operation(summary = "Send the link that changes one's address to the new one")
  @ApiResponse(
      responseCode = "202",
      description = "The present address stays until the link is used")
  HttpResponse<?> change(
      @Parameter(hidden = true) Caller caller, @Body EmailChangeRequest request) {
    return switch (requestEmailChange.request(caller, request.email(), request.password())) {
      case RequestEmailChange.Requested() -> HttpResponse.accepted();
      case RequestEmailChange.WrongPassword() -> Problems.of(ProblemCode.WRONG_PASSWORD);
      case RequestEmailChange.Throttled(var refused) -> throttled.answer(refused);
      case RequestEmailChange.Invalid(var violations) -> Problems.invalid(violations);
    };
  }
}
