package dev.latchkey.rest.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.application.token.IntrospectToken;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.token.TokenIssuer;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.token.VerifiedClient;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.Username;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a token is good for (RFC 7662 section 2.2); times in seconds. Of a token that is good for
/// nothing it says nothing but that.
///
/// @param keyScope the scopes of an API key, which its user chose: they bound what it is for, and
///   give no right
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record IntrospectionResponse(
    boolean active,
    @Nullable String scope,
    @Nullable String clientId,
    @Nullable String username,
    @Nullable String tokenType,
    @Nullable Long exp,
    @Nullable Long iat,
    @Nullable Long nbf,
    @Nullable String sub,
    @Nullable String aud,
    @Nullable String iss,
    @Nullable String jti,
    @Nullable String sid,
    @Nullable String role,
    @Nullable String keyScope) {
  private static final String BEARER = "bearer";
  private static final String API_KEY = "api_key";

  static IntrospectionResponse of(IntrospectToken.Outcome outcome, TokenIssuer issuer) {
    return switch (outcome) {
      case IntrospectToken.UserAccess(var token, var user) -> userAccess(token, user, issuer);
      case IntrospectToken.ClientAccess(var token) -> clientAccess(token, issuer);
      case IntrospectToken.UserRefresh(var token, var live) -> userRefresh(token, live, issuer);
      case IntrospectToken.UserKey(var key, var user) -> userKey(key, user, issuer);
      case IntrospectToken.Inactive _ -> inactive();
    };
  }

  private static IntrospectionResponse userAccess(
      VerifiedAccess token, User user, TokenIssuer issuer) {
    return new IntrospectionResponse(
        true,
        null,
        ClientId.OWN.value(),
        username(user),
        BEARER,
        seconds(token.expiresAt()),
        seconds(token.issuedAt()),
        seconds(token.issuedAt()),
        user.id().toString(),
        issuer.audience(),
        issuer.issuer(),
        token.jti().toString(),
        token.session().toString(),
        user.role().value(),
        null);
  }

  private static IntrospectionResponse clientAccess(VerifiedClient token, TokenIssuer issuer) {
    return new IntrospectionResponse(
        true,
        token.scopes().isEmpty() ? null : token.scopes().toString(),
        token.client().value(),
        null,
        BEARER,
        seconds(token.expiresAt()),
        seconds(token.issuedAt()),
        seconds(token.issuedAt()),
        token.client().value(),
        issuer.audience(),
        issuer.issuer(),
        token.jti().toString(),
        null,
        null,
        null);
  }

  /// No bearer token, and for nobody but this service: so neither type nor audience.
  private static IntrospectionResponse userRefresh(
      RefreshClaims token, LiveSession live, TokenIssuer issuer) {
    return new IntrospectionResponse(
        true,
        null,
        ClientId.OWN.value(),
        username(live.user()),
        null,
        seconds(live.session().endsAt()),
        seconds(token.issuedAt()),
        null,
        live.user().id().toString(),
        null,
        issuer.issuer(),
        token.jti().toString(),
        token.session().toString(),
        live.user().role().value(),
        null);
  }

  /// For whoever its user gives it to: so neither client nor audience. Nobody but the user granted
  /// its scopes: as `scope`, libraries would take them for rights that a client was given.
  private static IntrospectionResponse userKey(ApiKey key, User user, TokenIssuer issuer) {
    return new IntrospectionResponse(
        true,
        null,
        null,
        username(user),
        API_KEY,
        seconds(key.expiresAt()),
        seconds(key.createdAt()),
        null,
        user.id().toString(),
        null,
        issuer.issuer(),
        key.id().toString(),
        null,
        user.role().value(),
        key.scopes().isEmpty() ? null : key.scopes().toString());
  }

  private static IntrospectionResponse inactive() {
    return new IntrospectionResponse(
        false, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  private static @Nullable String username(User user) {
    Username name = user.profile().username();
    return name == null ? null : name.value();
  }

  private static Long seconds(Instant instant) {
    return instant.getEpochSecond();
  }
}
