package dev.latchkey.application.client;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/// Registers a service that may ask for tokens in its own name.
public final class CreateClient {
  private final ClientMaker maker;
  private final InstantSource clock;

  public CreateClient(ClientStore clients, Ids ids, SecureRandom random, InstantSource clock) {
    this.maker = new ClientMaker(clients, new SecretMaker(random, ids));
    this.clock = clock;
  }

  /// Makes a client with its first secret.
  ///
  /// @return empty where the caller is no admin
  public Optional<ClientCreation> create(
      Caller caller, String id, String name, Collection<String> scopes) {
    if (!caller.isAdmin()) {
      return Optional.empty();
    }
    var event = caller.event(EventKind.CLIENT_CREATED, clock.instant());
    return Optional.of(maker.make(id, name, scopes, event));
  }
}
