package dev.latchkey.rest.server;

import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.user.UserId;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/// Where our resources lie, below the prefix of this deployment.
@Singleton
public final class Paths {
  private final String prefix;

  Paths(@Value("${micronaut.server.context-path:}") String prefix) {
    this.prefix = prefix;
  }

  /// The prefix of every path: empty, or `/` and a name.
  public String prefix() {
    return prefix;
  }

  /// The path of a user.
  public URI user(UserId id) {
    return URI.create(prefix + "/users/" + id);
  }

  /// The path of a client.
  public URI client(ClientId id) {
    return URI.create(prefix + "/clients/" + id);
  }
}
