package dev.latchkey.crypto.token;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.ClientClaims;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.token.VerifiedClient;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.verifier.jose.AccessRules;
import dev.latchkey.verifier.jose.Claims;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What an access token says (RFC 9068 section 2.2) and when it is believed, whatever algorithm
/// signs it: what other services demand of it, and what only we know.
record AccessTokenRules(String issuer, String audience, Duration maxLifetime, InstantSource clock) {
  static final Duration SKEW = Duration.ofSeconds(30);

  Map<String, Object> write(AccessClaims claims) {
    var members =
        write(
            claims.user().toString(),
            ClientId.OWN,
            claims.jti(),
            claims.issuedAt(),
            claims.expiresAt());
    members.put("sid", claims.session().toString());
    members.put("auth_time", claims.authenticatedAt().getEpochSecond());
    members.put("role", claims.role().value());
    members.put("email", claims.email().display());
    if (claims.username() != null) {
      members.put("preferred_username", claims.username().value());
    }
    return members;
  }

  Map<String, Object> write(ClientClaims claims) {
    var client = claims.client();
    var members =
        write(client.value(), client, claims.jti(), claims.issuedAt(), claims.expiresAt());
    if (!claims.scopes().isEmpty()) {
      members.put("scope", claims.scopes().toString());
    }
    return members;
  }

  private Map<String, Object> write(
      String subject, ClientId client, UUID jti, Instant issuedAt, Instant expiresAt) {
    var members = new LinkedHashMap<String, Object>();
    members.put("iss", issuer);
    members.put("aud", audience);
    members.put("sub", subject);
    members.put("client_id", client.value());
    members.put("jti", jti.toString());
    members.put("iat", issuedAt.getEpochSecond());
    members.put("nbf", issuedAt.getEpochSecond());
    members.put("exp", expiresAt.getEpochSecond());
    members.put("type", AccessRules.TYPE);
    return members;
  }

  Optional<VerifiedAccess> check(Claims claims) {
    var jti = claims.uuid("jti");
    var user = claims.uuid("sub");
    var session = claims.uuid("sid");
    if (jti.isEmpty() || user.isEmpty() || session.isEmpty() || !describesBearer(claims)) {
      return Optional.empty();
    }
    return life(claims)
        .map(life ->
            new VerifiedAccess(
                jti.get(),
                new UserId(user.get()),
                new SessionId(session.get()),
                life.from(),
                life.until()));
  }

  Optional<VerifiedClient> checkClient(Claims claims) {
    var jti = claims.uuid("jti");
    var client = claims.text("client_id").flatMap(ClientId::parse);
    var scopes = scopes(claims);
    if (jti.isEmpty() || client.isEmpty() || scopes.isEmpty() || !isItsOwnSubject(claims)) {
      return Optional.empty();
    }
    return life(claims)
        .map(life ->
            new VerifiedClient(jti.get(), client.get(), scopes.get(), life.from(), life.until()));
  }

  private static Optional<Scopes> scopes(Claims claims) {
    return claims.names().contains("scope")
        ? claims.text("scope").flatMap(Scopes::parse)
        : Optional.of(Scopes.NONE);
  }

  private static boolean isItsOwnSubject(Claims claims) {
    return claims.text("sub").equals(claims.text("client_id")) && !claims.names().contains("sid");
  }

  private static boolean describesBearer(Claims claims) {
    return claims.text("role").filter(RoleName::isWellFormed).isPresent()
        && claims.text("email").isPresent()
        && (!claims.names().contains("preferred_username")
            || claims.text("preferred_username").isPresent())
        && isOfOurLogin(claims);
  }

  /// Tokens of earlier releases name no client.
  private static boolean isOfOurLogin(Claims claims) {
    return !claims.names().contains("client_id")
        || claims.text("client_id").filter(ClientId.OWN.value()::equals).isPresent();
  }

  /// From when until when a token is good that is for us and good now.
  private Optional<Life> life(Claims claims) {
    var rules = new AccessRules(issuer, audience, maxLifetime, SKEW, clock);
    return rules.flaw(claims).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Life(claims.instant("iat").orElseThrow(), claims.instant("exp").orElseThrow()));
  }

  private record Life(Instant from, Instant until) {}
}
