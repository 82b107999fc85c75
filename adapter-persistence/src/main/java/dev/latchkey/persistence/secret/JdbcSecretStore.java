package dev.latchkey.persistence.secret;

import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.persistence.Guarded;
import jakarta.inject.Singleton;
import java.util.Objects;

/// Keeps secrets in PostgreSQL. The first writer of a name wins.
@Singleton
final class JdbcSecretStore implements SecretStore {
  private final Guarded guarded;
  private final SecretRows rows;

  JdbcSecretStore(Guarded guarded, SecretRows rows) {
    this.guarded = guarded;
    this.rows = rows;
  }

  @Override
  public byte[] keep(String name, byte[] candidate) {
    return guarded.once(() -> {
      var kept = rows.findByName(name);
      if (kept == null) {
        rows.insertIfAbsent(name, candidate);
        kept = Objects.requireNonNull(rows.findByName(name));
      }
      return kept.value();
    });
  }
}
