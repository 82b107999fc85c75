package dev.latchkey.rest.account;

import dev.latchkey.application.session.Caller;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.security.ForApiKeys;
import dev.latchkey.rest.server.SameThread;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where a user sees and edits their own profile.
@Controller
@MayFail
@Tag(name = "account")
@Secured(Access.AUTHENTICATED)
final class ProfileController {
  private final ConditionalEdit conditionalEdit;

  ProfileController(ConditionalEdit conditionalEdit) {
    this.conditionalEdit = conditionalEdit;
  }

  @Get(uris = {"/auth/me", "/users/me"})
  @Secured(Access.AUTHENTICATED)
  @ExecuteOn(SameThread.NAME)
  @ForApiKeys("account:read")
  @Operation(
      summary = "Show oneself",
      description = "Takes an API key with the scope account:read.",
      security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "api_key")})
  @ApiResponse(
      responseCode = "200",
      description = "The user",
      content = @Content(schema = @Schema(implementation = UserResponse.class)))
  HttpResponse<?> show(@Parameter(hidden = true) Caller caller) {
    return UserAnswers.shown(caller.user());
  }

  @Patch("/auth/me")
  @Secured(Access.AUTHENTICATED)
  @Operation(summary = "Edit one's own profile")
  @ApiResponse(
      responseCode = "200",
      description = "The user as it stands now",
      content = @Content(schema = @Schema(implementation = UserResponse.class)))
  HttpResponse<?> edit(
      @Parameter(hidden = true) Caller caller,
      @Body ProfileRequest request,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return conditionalEdit.edit(caller, caller.user().id(), request.toEdit(), ifMatch);
  }
}
