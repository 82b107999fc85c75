package dev.latchkey.application.audit;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.AuditPage;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.port.AuditLog;
import java.util.Optional;

/// Looks into the audit.
public final class FindEvents {
  private final AuditLog audit;

  public FindEvents(AuditLog audit) {
    this.audit = audit;
  }

  /// A page of events. They show who did them, from where; so nobody but an admin sees even those
  /// that concern themselves.
  ///
  /// @return empty where the caller is no admin
  public Optional<AuditPage> find(Caller caller, AuditQuery query) {
    return caller.isAdmin() ? Optional.of(audit.search(query)) : Optional.empty();
  }
}
