package dev.latchkey.domain.audit;

import java.util.UUID;

/// An event as the audit keeps it.
public record AuditEntry(UUID id, AuditEvent event) {

  /// Where it stands among the others.
  public AuditQuery.Place place() {
    return new AuditQuery.Place(event.at(), id);
  }
}
