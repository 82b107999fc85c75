package dev.latchkey.application.client;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import java.time.InstantSource;

/// Removes a client for good.
public final class DeleteClient {
  private final ClientStore clients;
  private final InstantSource clock;

  public DeleteClient(ClientStore clients, InstantSource clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /// Removes a client with its secrets; its tokens are no longer good here.
  ///
  /// @return false where there is no such client, or the caller is no admin
  public boolean delete(Caller caller, String id) {
    return ClientId.parse(id)
        .filter(unused -> caller.isAdmin())
        .filter(client -> clients.delete(client, written(caller, client)))
        .isPresent();
  }

  private Consequences written(Caller caller, ClientId client) {
    return Consequences.of(
        caller.event(EventKind.CLIENT_DELETED, clock.instant()).saying(client.value()));
  }
}
