package dev.latchkey.rest.apikey;

import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.FindApiKeys;
import dev.latchkey.application.apikey.RevokeApiKey;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.security.Access;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/// A user's own API keys, and anybody's for admins. None of this can be done with an API key.
@Controller
@MayFail
@Tag(name = "api keys")
@Secured(Access.AUTHENTICATED)
final class ApiKeyController {
  private final CreateApiKey createApiKey;
  private final FindApiKeys findApiKeys;
  private final RevokeApiKey revokeApiKey;

  ApiKeyController(CreateApiKey createApiKey, FindApiKeys findApiKeys, RevokeApiKey revokeApiKey) {
    this.createApiKey = createApiKey;
    this.findApiKeys = findApiKeys;
    this.revokeApiKey = revokeApiKey;
  }

  @Post("/auth/api-keys")
  @Secured(Access.AUTHENTICATED)
  @Operation(summary = "Make an API key of one's own")
  @ApiResponse(
      responseCode = "201",
      description = "The key, which is told this once",
      content = @Content(schema = @Schema(implementation = NewApiKeyResponse.class)))
  HttpResponse<?> create(@Parameter(hidden = true) Caller caller, @Body ApiKeyRequest request) {
    return switch (createApiKey.create(caller, request.toWish())) {
      case CreateApiKey.Created created -> HttpResponse.created(NewApiKeyResponse.of(created));
      case CreateApiKey.Invalid(var violations) -> Problems.invalid(violations);
      case CreateApiKey.Refused refused ->
          Problems.of(
              switch (refused) {
                case TOO_MANY -> ProblemCode.TOO_MANY_API_KEYS;
                case NO_SESSION -> ProblemCode.INVALID_TOKEN;
              });
    };
  }

  @Get("/auth/api-keys")
  @Secured(Access.AUTHENTICATED)
  @Operation(summary = "List one's own API keys")
  @ApiResponse(
      responseCode = "200",
      description = "The living keys",
      content = @Content(schema = @Schema(implementation = ApiKeyList.class)))
  HttpResponse<?> listOwn(@Parameter(hidden = true) Caller caller) {
    return list(caller, caller.user().id());
  }

  @Delete("/auth/api-keys/{keyId}")
  @Secured(Access.AUTHENTICATED)
  @Operation(summary = "Revoke one of one's own API keys")
  @ApiResponse(responseCode = "204", description = "The key is revoked")
  HttpResponse<?> revokeOwn(@Parameter(hidden = true) Caller caller, UUID keyId) {
    return revoke(caller, caller.user().id(), keyId);
  }

  @Get("/users/{id}/api-keys")
  @Secured("admin")
  @Operation(summary = "List a user's API keys")
  @ApiResponse(
      responseCode = "200",
      description = "The living keys",
      content = @Content(schema = @Schema(implementation = ApiKeyList.class)))
  HttpResponse<?> listOfUser(@Parameter(hidden = true) Caller caller, UUID id) {
    return list(caller, new UserId(id));
  }

  @Delete("/users/{id}/api-keys/{keyId}")
  @Secured("admin")
  @Operation(summary = "Revoke one API key of a user")
  @ApiResponse(responseCode = "204", description = "The key is revoked")
  HttpResponse<?> revokeOfUser(@Parameter(hidden = true) Caller caller, UUID id, UUID keyId) {
    return revoke(caller, new UserId(id), keyId);
  }

  private HttpResponse<?> list(Caller caller, UserId user) {
    return findApiKeys
        .find(caller, user)
        .map(keys -> new ApiKeyList(keys.stream().map(ApiKeyResponse::of).toList()))
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(() -> Problems.of(ProblemCode.NOT_FOUND));
  }

  private HttpResponse<?> revoke(Caller caller, UserId user, UUID key) {
    return revokeApiKey.revoke(caller, user, new ApiKeyId(key))
        ? HttpResponse.noContent()
        : Problems.of(ProblemCode.NOT_FOUND);
  }
}
