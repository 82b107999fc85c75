package dev.latchkey.application.client;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.FieldReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Makes a client, whoever asks for it.
record ClientMaker(ClientStore clients, SecretMaker secrets) {

  ClientCreation make(String id, String name, Collection<String> scopes, AuditEvent event) {
    var fields = new FieldReader();
    var clientId = clientId(fields, id);
    var displayName = fields.name(name);
    var granted = Scopes.read(fields, scopes);
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

  private static @Nullable ClientId clientId(FieldReader fields, String text) {
    return fields.read(
        "client_id",
        text,
        ClientId::parse,
        Violation.Code.INVALID_VALUE,
        "2 to 48 of a-z, 0-9 and dash, beginning with a letter; no UUID, and not latchkey.");
  }
}
