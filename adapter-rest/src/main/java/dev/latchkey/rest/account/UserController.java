package dev.latchkey.rest.account;

import dev.latchkey.application.account.DeactivateUser;
import dev.latchkey.application.account.ShowUser;
import dev.latchkey.application.admin.PurgeUser;
import dev.latchkey.application.audit.NoteDenial;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.rest.json.InvalidRequest;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.security.ForApiKeys;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One user: for that user and for admins. To anybody else there is no such user.
@Controller("/users/{id}")
@MayFail
@Tag(name = "users")
@Secured(Access.AUTHENTICATED)
final class UserController {
  private final ShowUser showUser;
  private final ConditionalEdit conditionalEdit;
  private final DeactivateUser deactivateUser;
  private final PurgeUser purgeUser;
  private final NoteDenial noteDenial;

  UserController(
      ShowUser showUser,
      ConditionalEdit conditionalEdit,
      DeactivateUser deactivateUser,
      PurgeUser purgeUser,
      NoteDenial noteDenial) {
    this.showUser = showUser;
    this.conditionalEdit = conditionalEdit;
    this.deactivateUser = deactivateUser;
    this.purgeUser = purgeUser;
    this.noteDenial = noteDenial;
  }

  @Get
  @Secured(Access.AUTHENTICATED)
  @ForApiKeys(value = "users:read", admin = true)
  @Operation(
      summary = "Show a user",
      description = "Takes an API key with the scope users:read.",
      security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "api_key")})
  @ApiResponse(
      responseCode = "200",
      description = "The user",
      content = @Content(schema = @Schema(implementation = UserResponse.class)))
  HttpResponse<?> show(@Parameter(hidden = true) Caller caller, UUID id) {
    return showUser
        .show(caller, asked(caller, id))
        .<HttpResponse<?>>map(UserAnswers::shown)
        .orElseGet(() -> Problems.of(ProblemCode.NOT_FOUND));
  }

  @Put
  @Secured(Access.AUTHENTICATED)
  @ForApiKeys(value = "users:write", admin = true)
  @Operation(
      summary = "Replace a user's profile; admins also set role and state",
      description = "Takes an API key with the scope users:write.",
      security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "api_key")})
  @ApiResponse(
      responseCode = "200",
      description = "The user as it stands now",
      content = @Content(schema = @Schema(implementation = UserResponse.class)))
  HttpResponse<?> replace(
      @Parameter(hidden = true) Caller caller,
      UUID id,
      @Body UserRequest request,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return conditionalEdit.edit(caller, asked(caller, id), request.toReplacement(), ifMatch);
  }

  @Patch
  @Secured(Access.AUTHENTICATED)
  @ForApiKeys(value = "users:write", admin = true)
  @Operation(
      summary = "Edit a user's profile; admins also set role and state",
      description = "Takes an API key with the scope users:write.",
      security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "api_key")})
  @ApiResponse(
      responseCode = "200",
      description = "The user as it stands now",
      content = @Content(schema = @Schema(implementation = UserResponse.class)))
  HttpResponse<?> patch(
      @Parameter(hidden = true) Caller caller,
      UUID id,
      @Body UserRequest request,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return conditionalEdit.edit(caller, asked(caller, id), request.toEdit(), ifMatch);
  }

  @Delete
  @Secured(Access.AUTHENTICATED)
  @ForApiKeys(value = "users:write", admin = true)
  @Operation(
      summary = "Deactivate a user; admins may purge",
      description = "Takes an API key with the scope users:write.",
      security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "api_key")})
  @ApiResponse(responseCode = "204", description = "Done, and every session has ended")
  HttpResponse<?> delete(
      @Parameter(hidden = true) Caller caller,
      UUID id,
      @QueryValue(defaultValue = "false") @Schema(type = "boolean") String purge) {
    var user = asked(caller, id);
    return switch (purge) {
      case "true" -> purge(caller, user);
      case "false" -> deactivate(caller, user);
      default ->
          throw new InvalidRequest("purge", Violation.Code.INVALID_VALUE, "One of true and false.");
    };
  }

  private HttpResponse<?> deactivate(Caller caller, UserId user) {
    return switch (deactivateUser.deactivate(caller, user)) {
      case DEACTIVATED -> HttpResponse.noContent();
      case UNKNOWN -> Problems.of(ProblemCode.NOT_FOUND);
      case LAST_ADMIN -> Problems.of(ProblemCode.LAST_ADMIN);
      case BUSY -> UserAnswers.busy();
    };
  }

  private HttpResponse<?> purge(Caller caller, UserId user) {
    if (caller.key() != null) {
      noteDenial.note(caller, "purge");
      return Problems.insufficientScope(null);
    }
    return switch (purgeUser.purge(caller, user)) {
      case PURGED -> HttpResponse.noContent();
      case UNKNOWN -> Problems.of(ProblemCode.NOT_FOUND);
      case FORBIDDEN -> {
        noteDenial.note(caller, "purge");
        yield Problems.of(ProblemCode.FORBIDDEN);
      }
      case LAST_ADMIN -> Problems.of(ProblemCode.LAST_ADMIN);
    };
  }

  /// The user who is asked for. That a stranger asks is noted.
  private UserId asked(Caller caller, UUID id) {
    var user = new UserId(id);
    if (!caller.maySee(user)) {
      noteDenial.note(caller, "another user");
    }
    return user;
  }
}
