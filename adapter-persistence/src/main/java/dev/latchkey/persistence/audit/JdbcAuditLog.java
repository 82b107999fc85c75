package dev.latchkey.persistence.audit;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.persistence.Guarded;
import jakarta.inject.Singleton;

/// Keeps the audit in PostgreSQL.
@Singleton
final class JdbcAuditLog implements AuditLog {
  private final Guarded guarded;
  private final AuditAppender appender;

  JdbcAuditLog(Guarded guarded, AuditAppender appender) {
    this.guarded = guarded;
    this.appender = appender;
  }

  @Override
  public void append(AuditEvent event) {
    guarded.once(() -> {
      appender.append(event);
      return event;
    });
  }
}
