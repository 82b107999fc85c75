package dev.latchkey.persistence.key;

import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.KeyStore;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.consequence.ConsequenceWriter;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/// Keeps the ring in PostgreSQL. Whoever changes it holds the table, which readers do not notice.
@Singleton
final class JdbcKeyStore implements KeyStore {
  private static final String LOCK = "LOCK TABLE auth.signing_key IN SHARE ROW EXCLUSIVE MODE";

  private final Guarded guarded;
  private final JdbcOperations jdbc;
  private final KeyRows rows;
  private final ConsequenceWriter writer;

  JdbcKeyStore(Guarded guarded, JdbcOperations jdbc, KeyRows rows, ConsequenceWriter writer) {
    this.guarded = guarded;
    this.jdbc = jdbc;
    this.rows = rows;
    this.writer = writer;
  }

  @Override
  public KeyRing read() {
    return guarded.once(this::ring);
  }

  private KeyRing ring() {
    return new KeyRing(rows.findLive().stream().map(KeyRow::toKey).toList());
  }

  @Override
  public boolean replace(KeyRing expected, KeyRing next, Consequences consequences) {
    return guarded.together(() -> {
      lock();
      if (!ring().equals(expected)) {
        return false;
      }
      write(expected, next);
      writer.write(consequences);
      return true;
    });
  }

  private void lock() {
    jdbc.execute(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.execute(LOCK);
      }
    });
  }

  /// Keys that make room go before those that need it: at any moment one is active at most.
  private void write(KeyRing expected, KeyRing next) {
    expected.keys().stream()
        .filter(key -> next.find(key.id()).isEmpty())
        .forEach(gone -> rows.expire(gone.id().value()));
    next.keys().stream()
        .filter(key -> !expected.keys().contains(key))
        .sorted(JdbcKeyStore::roomFirst)
        .forEach(this::write);
  }

  private static int roomFirst(TokenKey one, TokenKey other) {
    return other.state().compareTo(one.state());
  }

  private void write(TokenKey key) {
    var material = key.material();
    rows.write(
        key.id().value(),
        key.algorithm().toString(),
        key.state().name(),
        material == null ? null : material.publicKey(),
        material == null ? null : material.sealedPrivateKey(),
        key.createdAt(),
        key.signsFrom(),
        key.believedUntil());
  }
}
