package dev.latchkey.testkit.store;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.user.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Cuts times to the microseconds that a store keeps.
final class Micros {
  private Micros() {}

  static Instant of(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  static User of(User user) {
    return new User(
        user.id(),
        user.email(),
        user.profile(),
        user.role(),
        user.active(),
        user.verified(),
        of(user.createdAt()),
        of(user.updatedAt()),
        user.lastLogin() == null ? null : of(user.lastLogin()),
        user.version());
  }

  static RegisteredClient of(RegisteredClient client) {
    return new RegisteredClient(
        client.id(), client.name(), client.scopes(), client.active(), of(client.createdAt()));
  }

  static StoredSecret of(StoredSecret secret) {
    return new StoredSecret(
        secret.id(), secret.digest(), of(secret.createdAt()), secret.lastUsedAt());
  }

  static Session of(Session session) {
    return new Session(
        session.id(),
        session.user(),
        session.client(),
        of(session.createdAt()),
        of(session.lastUsedAt()),
        of(session.expiresAt()),
        of(session.idleUntil()));
  }

  static ApiKey of(ApiKey key) {
    return new ApiKey(
        key.id(),
        key.user(),
        key.name(),
        key.scopes(),
        key.hint(),
        of(key.createdAt()),
        of(key.expiresAt()),
        key.lastUsedAt() == null ? null : of(key.lastUsedAt()));
  }
}
