package dev.latchkey.persistence.client;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.user.DisplayName;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// One row of `auth.client`.
@MappedEntity(value = "client", schema = "auth")
record ClientRow(@Id String id, String name, String scope, boolean isActive, Instant createdAt) {

  RegisteredClient toClient() {
    return new RegisteredClient(
        new ClientId(id),
        new DisplayName(name),
        Scopes.parse(scope).orElseThrow(),
        isActive,
        createdAt);
  }
}
