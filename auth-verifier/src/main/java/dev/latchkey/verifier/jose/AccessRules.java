package dev.latchkey.verifier.jose;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// When the claims of an access token are believed (RFC 9068 section 4), by the service and by
/// others.
///
/// @param issuer compared exactly
/// @param audience one of at most five in the token, compared exactly
/// @param maxLifetime the longest time from `iat` to `exp`
/// @param skew how far two clocks may be apart
public record AccessRules(
    String issuer, String audience, Duration maxLifetime, Duration skew, InstantSource clock) {
  /// The value of `typ`.
  public static final String HEADER_TYPE = "at+jwt";

  /// What some issuers write instead, for libraries that know no other (RFC 7519 section 5.1).
  public static final String PLAIN_HEADER_TYPE = "JWT";

  /// The value of `type`.
  public static final String TYPE = "access";

  private static final int MAX_AUDIENCES = 5;

  /// The first thing that is wrong, if anything is. Right claims have `sub`, `jti`, `iat`, `nbf`
  /// and `exp`, and `type` is `access`; `client_id` is a string where it stands.
  public Optional<Flaw> flaw(Claims claims) {
    if (!isComplete(claims)) {
      return Optional.of(Flaw.CLAIMS);
    }
    if (claims.text("iss").filter(issuer::equals).isEmpty()) {
      return Optional.of(Flaw.ISSUER);
    }
    return isForUs(claims) ? flawInTime(claims) : Optional.of(Flaw.AUDIENCE);
  }

  private static boolean isComplete(Claims claims) {
    return claims.text("type").filter(TYPE::equals).isPresent()
        && isNotEmpty(claims, "sub")
        && isNotEmpty(claims, "jti")
        && (!claims.names().contains("client_id") || isNotEmpty(claims, "client_id"))
        && claims.instant("iat").isPresent()
        && claims.instant("nbf").isPresent()
        && claims.instant("exp").isPresent();
  }

  private static boolean isNotEmpty(Claims claims, String name) {
    return claims.text(name).filter(text -> !text.isEmpty()).isPresent();
  }

  private boolean isForUs(Claims claims) {
    var audiences = claims.texts("aud");
    return audiences.size() <= MAX_AUDIENCES && audiences.contains(audience);
  }

  private Optional<Flaw> flawInTime(Claims claims) {
    var issuedAt = claims.instant("iat").orElseThrow();
    var expiresAt = claims.instant("exp").orElseThrow();
    if (!expiresAt.isAfter(issuedAt) || expiresAt.isAfter(issuedAt.plus(maxLifetime))) {
      return Optional.of(Flaw.LIFETIME);
    }
    var now = clock.instant();
    if (!now.isBefore(expiresAt.plus(skew))) {
      return Optional.of(Flaw.EXPIRED);
    }
    return isAfter(issuedAt, now) || isAfter(claims.instant("nbf").orElseThrow(), now)
        ? Optional.of(Flaw.NOT_YET)
        : Optional.empty();
  }

  private boolean isAfter(Instant beginning, Instant now) {
    return beginning.isAfter(now.plus(skew));
  }
}
