package dev.latchkey.rest.key;

import dev.latchkey.domain.port.PublishedKeys;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.security.Access;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The public keys that access tokens are checked with (RFC 7517 section 5).
@Controller("/.well-known/jwks.json")
@MayFail
@Tag(name = "token")
final class KeyController {
  private final PublishedKeys keys;

  KeyController(PublishedKeys keys) {
    this.keys = keys;
  }

  @Get
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "The public keys",
      description = "Empty where tokens are signed with a shared secret.",
      security = {})
  @ApiResponse(
      responseCode = "200",
      description = "A JWK Set (RFC 7517)",
      content = @Content(schema = @Schema(implementation = JwkSetResponse.class)))
  HttpResponse<?> list(HttpRequest<?> http) {
    var set = new JwkSetResponse(keys.list());
    var tag = set.entityTag();
    var isKnown =
        http.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
            .anyMatch(known -> known.contains(tag));
    var answer = isKnown ? HttpResponse.notModified() : HttpResponse.ok(set);
    return PublicAnswer.of(answer).header(HttpHeaders.ETAG, tag);
  }
}
