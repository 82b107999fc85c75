package dev.latchkey.persistence.client;

import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.session.TokenDigest;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.client_secret`.
@SuppressWarnings("ArrayRecordComponent") // a column is what it is, and nobody else holds it
@MappedEntity(value = "client_secret", schema = "auth")
record SecretRow(
    @Id UUID id, String clientId, byte[] digest, Instant createdAt, @Nullable Instant lastUsedAt) {

  StoredSecret toSecret() {
    return new StoredSecret(
        new ClientSecretId(id), TokenDigest.ofBytes(digest), createdAt, lastUsedAt);
  }

  @Override
  public String toString() {
    return "SecretRow[" + id + "]";
  }
}
