package dev.latchkey.rest.token;

import dev.latchkey.application.token.IntrospectToken;
import dev.latchkey.domain.token.TokenIssuer;
import dev.latchkey.rest.client.ClientCalls;
import dev.latchkey.rest.json.Form;
import dev.latchkey.rest.json.MalformedRequest;
import dev.latchkey.rest.metrics.OutcomeCounter;
import dev.latchkey.rest.problem.MayFail;
import dev.latchkey.rest.problem.TokenError;
import dev.latchkey.rest.security.Access;
import io.micrometer.core.instrument.MeterRegistry;
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

/// Where clients ask what a token is good for (RFC 7662). Which client asks makes no difference.
@Controller("/auth/introspect")
@MayFail
@Tag(name = "clients")
final class IntrospectionController {
  private final ClientCalls calls;
  private final IntrospectToken introspectToken;
  private final TokenIssuer issuer;
  private final OutcomeCounter<IntrospectionOutcome> outcomes;

  IntrospectionController(
      ClientCalls calls,
      IntrospectToken introspectToken,
      TokenIssuer issuer,
      MeterRegistry registry) {
    this.calls = calls;
    this.introspectToken = introspectToken;
    this.issuer = issuer;
    outcomes =
        new OutcomeCounter<>(
            registry,
            "latchkey.token.introspections",
            "Questions about tokens",
            IntrospectionOutcome.class);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "Ask what a token is good for",
      security = @SecurityRequirement(name = "client"))
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = TokenQuestionForm.class)))
  @ApiResponse(
      responseCode = "200",
      description = "What it says and whose it is; of one that is good for nothing, active alone",
      content = @Content(schema = @Schema(implementation = IntrospectionResponse.class)))
  @ApiResponse(
      responseCode = "4XX",
      description = "No answer; RFC 6749 section 5.2",
      content = @Content(schema = @Schema(implementation = TokenError.class)))
  HttpResponse<?> introspect(HttpRequest<?> http, @Body @Nullable String body) {
    var isAboutRefresh =
        Form.read(body).find("token_type_hint").filter("refresh_token"::equals).isPresent();
    return calls.aboutToken(
        http, body, (client, token) -> HttpResponse.ok(about(token, isAboutRefresh)));
  }

  @Error
  HttpResponse<?> malformed(MalformedRequest malformed) {
    return TokenError.answer("invalid_request", "The form cannot be read.");
  }

  /// Of a refresh token only who asks for one is told: many services look at `active` alone, and
  /// would let callers in by it.
  private IntrospectionResponse about(String token, boolean isAboutRefresh) {
    var outcome = introspectToken.introspect(token);
    var told =
        outcome instanceof IntrospectToken.UserRefresh && !isAboutRefresh
            ? new IntrospectToken.Inactive()
            : outcome;
    outcomes.count(IntrospectionOutcome.of(told));
    return IntrospectionResponse.of(told, issuer);
  }
}
