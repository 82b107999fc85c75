package dev.latchkey.rest.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.application.client.GrantClientToken;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/// A client's own access token (RFC 6749 section 4.4.3); the lifetime in seconds.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientTokenResponse(
    String accessToken, String tokenType, long expiresIn, @Nullable String scope) {

  static ClientTokenResponse of(GrantClientToken.Granted granted) {
    return new ClientTokenResponse(
        granted.token().reveal(),
        "bearer",
        granted.expiresIn().toSeconds(),
        granted.scopes().isEmpty() ? null : granted.scopes().toString());
  }

  @Override
  public String toString() {
    return "ClientTokenResponse[***]";
  }
}
