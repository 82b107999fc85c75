package dev.latchkey.rest.session;

import dev.latchkey.application.session.TokenPair;
import dev.latchkey.rest.account.UserResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/// A token pair (RFC 6749 section 5.1); lifetimes in seconds.
@Serdeable(naming = SnakeCaseStrategy.class)
record TokenResponse(
    String accessToken,
    String tokenType,
    long expiresIn,
    String refreshToken,
    long refreshExpiresIn,
    UserResponse user) {

  static TokenResponse of(TokenPair pair) {
    return new TokenResponse(
        pair.access().reveal(),
        "bearer",
        pair.expiresIn().toSeconds(),
        pair.refresh().reveal(),
        pair.refreshExpiresIn().toSeconds(),
        UserResponse.of(pair.user()));
  }

  @Override
  public String toString() {
    return "TokenResponse[***]";
  }
}
