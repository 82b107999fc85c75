package dev.latchkey.application.client;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;

/// Registers a client for the operator of the deployment. Not for any call from outside.
public final class ProvisionClient {
  private final ClientMaker maker;
  private final InstantSource clock;

  public ProvisionClient(ClientStore clients, Ids ids, SecureRandom random, InstantSource clock) {
    this.maker = new ClientMaker(clients, new SecretMaker(random, ids));
    this.clock = clock;
  }

  /// Makes a client with its first secret.
  public ClientCreation provision(String id, String name, Collection<String> scopes) {
    var event = AuditEvent.of(EventKind.CLIENT_CREATED, clock.instant(), Origin.UNKNOWN);
    return maker.make(id, name, scopes, event);
  }
}
