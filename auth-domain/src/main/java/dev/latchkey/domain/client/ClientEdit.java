package dev.latchkey.domain.client;

import dev.latchkey.domain.user.DisplayName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is to be changed of a client; what is null stays as it is.
public record ClientEdit(
    @Nullable DisplayName name, @Nullable Scopes scopes, @Nullable Boolean active) {

  /// The client as it is then.
  public RegisteredClient of(RegisteredClient client) {
    return new RegisteredClient(
        client.id(),
        Objects.requireNonNullElse(name, client.name()),
        Objects.requireNonNullElse(scopes, client.scopes()),
        Objects.requireNonNullElse(active, client.active()),
        client.createdAt());
  }
}
