package dev.latchkey.persistence.audit;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditPage;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.persistence.Guarded;
import jakarta.inject.Singleton;

/// Keeps the audit in PostgreSQL.
@Singleton
final class JdbcAuditLog implements AuditLog {
  private final Guarded guarded;
  private final AuditAppender appender;
  private final AuditSearch search;

  JdbcAuditLog(Guarded guarded, AuditAppender appender, AuditSearch search) {
    this.guarded = guarded;
    this.appender = appender;
    this.search = search;
  }

  @Override
  public void append(AuditEvent event) {
    guarded.once(() -> {
      appender.append(event);
      return event;
    });
  }

  @Override
  public void appendOncePerMinute(AuditEvent event) {
    guarded.once(() -> {
      appender.appendOncePerMinute(event);
      return event;
    });
  }

  @Override
  public AuditPage search(AuditQuery query) {
    return guarded.once(() -> search.page(query));
  }
}
