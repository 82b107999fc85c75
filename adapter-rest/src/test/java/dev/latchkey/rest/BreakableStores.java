package dev.latchkey.rest;

import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.ClientStore;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.TicketStore;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.testkit.store.InMemoryStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;

/// Stores that can be told to lose their database.
final class BreakableStores {
  private final InMemoryStores stores = new InMemoryStores();
  private volatile boolean broken;

  /// From now on every call fails, or works again.
  void broken(boolean on) {
    broken = on;
  }

  Ports ports() {
    return new Ports(
        breakable(UserStore.class, stores.users()),
        breakable(SessionStore.class, stores.sessions()),
        breakable(TicketStore.class, stores.tickets()),
        breakable(ApiKeyStore.class, stores.apiKeys()),
        breakable(AuditLog.class, stores.audit()),
        breakable(ClientStore.class, stores.clients()));
  }

  private <T> T breakable(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (broken) {
                throw new Unavailable(
                    "the pool", Duration.ofMillis(2_500), new IllegalStateException("SQLSTATE"));
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
