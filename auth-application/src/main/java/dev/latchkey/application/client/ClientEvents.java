package dev.latchkey.application.client;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.port.Consequences;
import java.time.Instant;

/// What the audit keeps of what an admin does to a client.
final class ClientEvents {
  private ClientEvents() {}

  static Consequences of(Caller caller, EventKind kind, ClientId client, Instant at) {
    return saying(caller, kind, client.value(), at);
  }

  static Consequences saying(Caller caller, EventKind kind, String detail, Instant at) {
    return Consequences.of(
        AuditEvent.of(kind, at, caller.origin())
            .by(caller.user().id())
            .in(caller.session())
            .saying(detail));
  }
}
