package dev.latchkey.verifier;

import dev.latchkey.verifier.jose.Claims;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a good access token says. Only [TokenVerifier] makes it.
public final class VerifiedToken {
  private final Claims claims;

  VerifiedToken(Claims claims) {
    this.claims = claims;
  }

  /// For whom: the id of a user, or of the client itself where it acts for nobody.
  public String subject() {
    return claims.text("sub").orElseThrow();
  }

  /// The token's own name.
  public String id() {
    return claims.text("jti").orElseThrow();
  }

  /// The session of the user; clients have none.
  public Optional<String> session() {
    return claims.text("sid");
  }

  /// The client that it was issued to.
  public Optional<String> client() {
    return claims.text("client_id");
  }

  /// The role that the user had when it was issued.
  public Optional<String> role() {
    return claims.text("role");
  }

  /// What it is good for; empty where it names nothing.
  public Set<String> scopes() {
    return claims.text("scope").stream()
        .flatMap(text -> Stream.of(text.split(" ", -1)))
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// When it ends, without the skew that is forgiven.
  public Instant expiresAt() {
    return claims.instant("exp").orElseThrow();
  }

  /// Everything that it says, unmodifiable: a `String`, a `Long` or a list of strings each.
  public Map<String, Object> claims() {
    return claims.asMap();
  }

  /// Its name and no more: the claims are personal.
  @Override
  public String toString() {
    return "VerifiedToken[" + id() + "]";
  }
}
