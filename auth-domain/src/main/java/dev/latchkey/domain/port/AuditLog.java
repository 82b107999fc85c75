package dev.latchkey.domain.port;

import dev.latchkey.domain.audit.AuditEvent;

/// Keeps what happened. Nothing that was appended is ever changed. Every method may throw
/// [Unavailable].
public interface AuditLog {

  /// Appends an event that is no part of another change, such as a failed log-in. It is durable
  /// when the call returns.
  void append(AuditEvent event);
}
