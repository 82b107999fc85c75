package dev.latchkey.rest;

import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.testkit.store.InMemoryStores;

/// What a server keeps its things in.
public record Ports(
    UserStore users,
    SessionStore sessions,
    TicketStore tickets,
    ApiKeyStore apiKeys,
    AuditLog audit,
    ClientStore clients) {

  /// All of it in memory.
  public static Ports of(InMemoryStores stores) {
    return new Ports(
        stores.users(),
        stores.sessions(),
        stores.tickets(),
        stores.apiKeys(),
        stores.audit(),
        stores.clients());
  }
}
