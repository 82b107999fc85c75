package dev.latchkey.rest.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.apikey.ApiKey;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of an API key.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApiKey")
record ApiKeyResponse(
    UUID id,
    String name,
    List<String> scopes,
    String hint,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  static ApiKeyResponse of(ApiKey key) {
    return new ApiKeyResponse(
        key.id().value(),
        key.name().value(),
        key.scopes().texts(),
        key.hint(),
        key.createdAt(),
        key.expiresAt(),
        key.lastUsedAt());
  }
}
