package dev.latchkey.testkit.store;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.port.AuditLog;
import java.util.List;

/// Keeps in memory what happened. Made by [InMemoryStores].
public final class InMemoryAuditLog implements AuditLog {
  private final InMemoryState state;

  InMemoryAuditLog(InMemoryState state) {
    this.state = state;
  }

  @Override
  public void append(AuditEvent event) {
    state.atomically(() -> state.events.add(event));
  }

  /// All of it, the oldest first.
  public List<AuditEvent> events() {
    return List.copyOf(state.events);
  }
}
