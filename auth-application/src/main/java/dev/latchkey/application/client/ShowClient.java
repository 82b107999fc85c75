package dev.latchkey.application.client;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.ClientStore;
import java.util.List;
import java.util.Optional;

/// Shows a client with what may be known of its secrets.
public final class ShowClient {
  private final ClientStore clients;

  public ShowClient(ClientStore clients) {
    this.clients = clients;
  }

  /// A client and its secrets, the oldest first.
  public record Shown(RegisteredClient client, List<StoredSecret> secrets) {}

  /// Shows a client.
  ///
  /// @return empty where there is none of this id, or the caller is no admin
  public Optional<Shown> show(Caller caller, String id) {
    return ClientId.parse(id)
        .filter(unused -> caller.isAdmin())
        .flatMap(clients::find)
        .map(client -> new Shown(client, clients.secrets(client.id())));
  }
}
