package dev.latchkey.rest.apikey;

import dev.latchkey.application.apikey.CreateApiKey;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An API key that was just made, with the key itself, which is told this once.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "NewApiKey")
record NewApiKeyResponse(
    UUID id,
    String name,
    List<String> scopes,
    String hint,
    Instant createdAt,
    Instant expiresAt,
    String key) {

  static NewApiKeyResponse of(CreateApiKey.Created created) {
    var key = created.key();
    return new NewApiKeyResponse(
        key.id().value(),
        key.name().value(),
        key.scopes().texts(),
        key.hint(),
        key.createdAt(),
        key.expiresAt(),
        created.raw().reveal());
  }

  @Override
  public String toString() {
    return "NewApiKeyResponse[" + id + "]";
  }
}
