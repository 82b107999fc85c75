package dev.latchkey.application.client;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/// Makes a client, whoever asks for it.
record ClientMaker(ClientStore clients, SecretMaker secrets) {

  ClientCreation make(String id, String name, Collection<String> scopes, AuditEvent event) {
    var fields = new ClientFields();
    var clientId = fields.id(id);
    var displayName = fields.name(name);
    var granted = fields.scopes(scopes);
    if (clientId == null || displayName == null || granted == null) {
      return new ClientCreation.Invalid(fields.violations());
    }
    Instant now = event.at().truncatedTo(ChronoUnit.MICROS);
    var client = new RegisteredClient(clientId, displayName, granted, true, now);
    var made = secrets.make(now);
    var consequences = Consequences.of(event.saying(clientId.value()));
    return switch (clients.create(client, made.stored(), consequences)) {
      case CREATED -> new ClientCreation.Created(client, made.secret());
      case ID_TAKEN -> new ClientCreation.IdTaken();
    };
  }
}
