package dev.latchkey.rest.token;

import dev.latchkey.application.token.RevokeToken;
import dev.latchkey.rest.client.ClientCalls;
import dev.latchkey.rest.json.MalformedRequest;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.TokenError;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.security.RequestOrigin;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where clients have tokens made good for nothing (RFC 7009).
@Controller("/auth/revoke")
@MayFail
@Tag(name = "clients")
final class RevocationController {
  private final ClientCalls calls;
  private final RevokeToken revokeToken;

  RevocationController(ClientCalls calls, RevokeToken revokeToken) {
    this.calls = calls;
    this.revokeToken = revokeToken;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(Access.ANYBODY)
  @Operation(summary = "Revoke a token", security = @SecurityRequirement(name = "client"))
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = TokenQuestionForm.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The token is good for nothing, or was not known; which, is not told")
  @ApiResponse(
      responseCode = "4XX",
      description = "Nothing was revoked; RFC 6749 section 5.2",
      content = @Content(schema = @Schema(implementation = TokenError.class)))
  HttpResponse<?> revoke(HttpRequest<?> http, @Body @Nullable String body) {
    return calls.aboutToken(
        http,
        body,
        (client, token) -> {
          revokeToken.revoke(client, token, RequestOrigin.of(http));
          return HttpResponse.ok();
        });
  }

  @Error
  HttpResponse<?> malformed(MalformedRequest malformed) {
    return TokenError.answer("invalid_request", "The form cannot be read.");
  }
}
