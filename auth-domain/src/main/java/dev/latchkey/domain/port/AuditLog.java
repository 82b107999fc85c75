package dev.latchkey.domain.port;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditPage;
import dev.latchkey.domain.audit.AuditQuery;

/// Keeps what happened. Nothing that was appended is ever changed. Every method may throw
/// [Unavailable].
public interface AuditLog {

  /// Appends an event that is no part of another change, such as a failed log-in. It is durable
  /// when the call returns.
  void append(AuditEvent event);

  /// Appends an event of which one in a minute says enough, such as a refusal that somebody runs
  /// into again and again: of those of one kind, actor and user in the same minute of the clock,
  /// the first is kept, also where several nodes append at once. Events that name neither actor nor
  /// user are told apart by their client's address.
  void appendOncePerMinute(AuditEvent event);

  /// A page of events, the newest first. Events that are appended meanwhile make no other event
  /// appear twice or be passed over.
  AuditPage search(AuditQuery query);
}
