package dev.latchkey.application.client;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.port.ClientStore;
import java.util.List;
import java.util.Optional;

/// Lists the services that may ask in their own name.
public final class FindClients {
  private final ClientStore clients;

  public FindClients(ClientStore clients) {
    this.clients = clients;
  }

  /// Every client, by their ids.
  ///
  /// @return empty where the caller is no admin
  public Optional<List<RegisteredClient>> find(Caller caller) {
    return caller.isAdmin() ? Optional.of(clients.list()) : Optional.empty();
  }
}
