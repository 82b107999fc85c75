package dev.latchkey.application.client;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import java.time.InstantSource;

/// Takes a secret away from a client.
public final class RemoveClientSecret {
  private final ClientStore clients;
  private final InstantSource clock;

  public RemoveClientSecret(ClientStore clients, InstantSource clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /// Removes a secret, at once on every node. Tokens that the client got by it stay good.
  ///
  /// @return false where the client has no such secret, or the caller is no admin
  public boolean remove(Caller caller, String id, ClientSecretId secret) {
    return ClientId.parse(id)
        .filter(unused -> caller.isAdmin())
        .filter(client -> clients.removeSecret(client, secret, written(caller, client)))
        .isPresent();
  }

  private Consequences written(Caller caller, ClientId client) {
    return Consequences.of(
        caller.event(EventKind.CLIENT_SECRET_REMOVED, clock.instant()).saying(client.value()));
  }
}
