package dev.latchkey.rest.session;

import dev.latchkey.application.session.LogIn;
import dev.latchkey.application.session.RefreshSession;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.rest.client.ClientGrant;
import dev.latchkey.rest.client.ClientTokenResponse;
import dev.latchkey.rest.json.Form;
import dev.latchkey.rest.json.MalformedRequest;
import dev.latchkey.rest.limit.Throttled;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The OAuth 2 token endpoint: the same log-in and refresh (RFC 6749 sections 4.3 and 6), so that
/// stock clients work, and tokens for clients themselves (section 4.4).
@Controller("/auth/token")
@MayFail
@Tag(name = "session")
final class TokenController {
  private final LogIn logIn;
  private final RefreshSession refreshSession;
  private final LoginCounter logins;
  private final RefreshCounter refreshes;
  private final ClientGrant clients;
  private final Throttled throttled;

  TokenController(
      LogIn logIn,
      RefreshSession refreshSession,
      LoginCounter logins,
      RefreshCounter refreshes,
      ClientGrant clients,
      Throttled throttled) {
    this.logIn = logIn;
    this.refreshSession = refreshSession;
    this.logins = logins;
    this.refreshes = refreshes;
    this.clients = clients;
    this.throttled = throttled;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(Access.ANYBODY)
  @Operation(
      summary = "Log in or refresh as an OAuth 2 client, or ask in its own name",
      security = {})
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = TokenForm.class)))
  @ApiResponse(
      responseCode = "200",
      description = "A token pair; for a client an access token",
      content =
          @Content(schema = @Schema(oneOf = {TokenResponse.class, ClientTokenResponse.class})))
  @ApiResponse(
      responseCode = "4XX",
      description = "No tokens; RFC 6749 section 5.2",
      content = @Content(schema = @Schema(implementation = TokenError.class)))
  HttpResponse<?> token(HttpRequest<?> http, @Body @Nullable String body) {
    var form = Form.read(body);
    return switch (form.find("grant_type").orElse("password")) {
      case "password" -> byPassword(http, form);
      case "refresh_token" -> byRefreshToken(http, form);
      case "client_credentials" -> clients.answer(http, form);
      default ->
          TokenError.answer(
              "unsupported_grant_type", "Only password, refresh_token and client_credentials are.");
    };
  }

  @Error
  HttpResponse<?> malformed(MalformedRequest malformed) {
    return TokenError.answer("invalid_request", "The form cannot be read.");
  }

  private HttpResponse<?> byPassword(HttpRequest<?> http, Form form) {
    var login = form.find("username");
    var password = form.findAny("password");
    if (login.isEmpty() || password.isEmpty()) {
      return TokenError.answer("invalid_request", "username and password are needed.");
    }
    return switch (logins.counted(
        logIn.logIn(login.get(), new RawPassword(password.get()), RequestOrigin.of(http)))) {
      case LogIn.LoggedIn(var pair) -> HttpResponse.ok(TokenResponse.of(pair));
      case LogIn.Refused _ -> TokenError.wrongCredentials();
      case LogIn.Throttled(var refused) -> throttled.mark(TokenError.slowDown(), refused);
      case LogIn.Unverified _ ->
          TokenError.answer("invalid_grant", "The e-mail address is to be verified first.");
      case LogIn.Malformed(var violation) ->
          TokenError.answer("invalid_request", violation.detail());
    };
  }

  private HttpResponse<?> byRefreshToken(HttpRequest<?> http, Form form) {
    var token = form.find("refresh_token");
    if (token.isEmpty()) {
      return TokenError.answer("invalid_request", "refresh_token is needed.");
    }
    var outcome = refreshSession.refresh(token.get(), RequestOrigin.of(http));
    return switch (refreshes.counted(outcome)) {
      case RefreshSession.Refreshed(var pair, boolean concurrent) ->
          RefreshCause.of(concurrent).on(HttpResponse.ok(TokenResponse.of(pair)));
      case RefreshSession.Throttled(var refused) -> throttled.mark(TokenError.slowDown(), refused);
      case RefreshSession.Refused refused ->
          TokenError.answer(
              "invalid_grant",
              switch (refused) {
                case INVALID -> "This is no refresh token of ours.";
                case REUSED -> "The refresh token had been used; its session was ended.";
                case ENDED -> "The session has been ended.";
                case EXPIRED -> "The session has run out.";
              });
    };
  }
}
