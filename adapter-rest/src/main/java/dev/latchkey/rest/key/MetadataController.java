package dev.latchkey.rest.key;

import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.security.Access;
import dev.latchkey.rest.server.Paths;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What we are and where everything lies (RFC 8414), for clients that set themselves up. The same
/// stands where OpenID Connect Discovery 1.0 looks for it, since many look only there; what we do
/// not do, such as ID tokens, is not in it.
@Controller("/.well-known")
@MayFail
@Tag(name = "token")
final class MetadataController {
  private final MetadataResponse metadata;

  /// @param publicUrl where every link begins
  /// @param issuer empty where it is the same
  MetadataController(
      @Value("${latchkey.public-url:}") String publicUrl,
      @Value("${latchkey.issuer:}") String issuer,
      Paths paths) {
    metadata =
        MetadataResponse.of(issuer.isEmpty() ? publicUrl : issuer, publicUrl + paths.prefix());
  }

  @Get("/oauth-authorization-server")
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "The authorization server's metadata",
      security = {})
  @ApiResponse(
      responseCode = "200",
      description = "RFC 8414 section 2",
      content = @Content(schema = @Schema(implementation = MetadataResponse.class)))
  HttpResponse<?> show() {
    return PublicAnswer.of(HttpResponse.ok(metadata));
  }

  @Get("/openid-configuration")
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "The same for clients that look here",
      security = {})
  @ApiResponse(
      responseCode = "200",
      description = "RFC 8414 section 2",
      content = @Content(schema = @Schema(implementation = MetadataResponse.class)))
  HttpResponse<?> showToOpenIdClients() {
    return show();
  }
}
