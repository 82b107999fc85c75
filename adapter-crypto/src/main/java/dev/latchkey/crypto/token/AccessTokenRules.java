package dev.latchkey.crypto.token;

import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What an access token says (RFC 9068 section 2.2) and when it is believed (section 4), whatever
/// algorithm signs it.
record AccessTokenRules(String issuer, String audience, Duration maxLifetime, InstantSource clock) {
  static final String HEADER_TYPE = "at+jwt";
  static final Duration SKEW = Duration.ofSeconds(30);

  private static final String TYPE = "access";
  private static final int MAX_AUDIENCES = 5;

  Map<String, Object> write(AccessClaims claims) {
    var members = new LinkedHashMap<String, Object>();
    members.put("iss", issuer);
    members.put("aud", audience);
    members.put("sub", claims.user().toString());
    members.put("sid", claims.session().toString());
    members.put("jti", claims.jti().toString());
    members.put("iat", claims.issuedAt().getEpochSecond());
    members.put("nbf", claims.issuedAt().getEpochSecond());
    members.put("exp", claims.expiresAt().getEpochSecond());
    members.put("type", TYPE);
    members.put("role", claims.role().value());
    members.put("email", claims.email().display());
    if (claims.username() != null) {
      members.put("preferred_username", claims.username().value());
    }
    return members;
  }

  Optional<VerifiedAccess> check(Claims claims) {
    var jti = claims.uuid("jti");
    var user = claims.uuid("sub");
    var session = claims.uuid("sid");
    var expiresAt = claims.instant("exp");
    if (jti.isEmpty() || user.isEmpty() || session.isEmpty() || expiresAt.isEmpty()) {
      return Optional.empty();
    }
    return isForUs(claims) && describesBearer(claims) && isCurrent(claims, expiresAt.get())
        ? Optional.of(
            new VerifiedAccess(
                jti.get(), new UserId(user.get()), new SessionId(session.get()), expiresAt.get()))
        : Optional.empty();
  }

  private boolean isForUs(Claims claims) {
    var audiences = claims.texts("aud");
    return claims.text("iss").filter(issuer::equals).isPresent()
        && claims.text("type").filter(TYPE::equals).isPresent()
        && audiences.size() <= MAX_AUDIENCES
        && audiences.contains(audience);
  }

  private static boolean describesBearer(Claims claims) {
    return claims.text("role").filter(RoleName::isWellFormed).isPresent()
        && claims.text("email").isPresent()
        && (!claims.names().contains("preferred_username")
            || claims.text("preferred_username").isPresent());
  }

  private boolean isCurrent(Claims claims, Instant expiresAt) {
    var issuedAt = claims.instant("iat");
    var notBefore = claims.instant("nbf");
    if (issuedAt.isEmpty() || notBefore.isEmpty()) {
      return false;
    }
    var now = clock.instant();
    return now.isBefore(expiresAt.plus(SKEW))
        && !notBefore.get().isAfter(now.plus(SKEW))
        && !issuedAt.get().isAfter(now.plus(SKEW))
        && expiresAt.isAfter(issuedAt.get())
        && !expiresAt.isAfter(issuedAt.get().plus(maxLifetime));
  }
}
