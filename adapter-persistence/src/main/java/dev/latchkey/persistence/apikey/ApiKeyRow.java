package dev.latchkey.persistence.apikey;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.apikey.LiveApiKey;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.UserId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of `auth.api_key` with its user, as far as it is read.
@MappedEntity(value = "api_key", schema = "auth")
record ApiKeyRow(
    @Id UUID id,
    @Relation(Relation.Kind.MANY_TO_ONE) HolderRow user,
    String name,
    String scopes,
    String hint,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  ApiKey toKey() {
    return new ApiKey(
        new ApiKeyId(id),
        new UserId(user.id()),
        new DisplayName(name),
        Scopes.parse(scopes).orElseThrow(),
        hint,
        createdAt,
        expiresAt,
        lastUsedAt);
  }

  LiveApiKey toLive() {
    return new LiveApiKey(toKey(), user.toUser());
  }
}
