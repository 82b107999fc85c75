package dev.latchkey.testkit.audit;

import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.testkit.store.InMemoryStores;

class InMemoryAuditLogTest implements AuditLogContract {
  private final AuditLog audit = new InMemoryStores().audit();

  @Override
  public AuditLog audit() {
    return audit;
  }
}
