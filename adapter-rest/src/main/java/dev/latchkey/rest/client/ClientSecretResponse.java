package dev.latchkey.rest.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.application.client.AddClientSecret;
import dev.latchkey.domain.client.StoredSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be known of a secret.
///
/// @param lastUsedAt to the hour; absent where it never was
/// @param clientSecret where it has just been made: told this once
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientSecretResponse(
    UUID id,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Schema(description = "Told once, when the secret is made") @Nullable String clientSecret) {

  static ClientSecretResponse of(StoredSecret secret) {
    return new ClientSecretResponse(
        secret.id().value(), secret.createdAt(), secret.lastUsedAt(), null);
  }

  static ClientSecretResponse of(AddClientSecret.Added added) {
    return new ClientSecretResponse(
        added.stored().id().value(), added.stored().createdAt(), null, added.secret().reveal());
  }

  @Override
  public String toString() {
    return "ClientSecretResponse[" + id + "]";
  }
}
