package com.example.accounts;

import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps secrets in the service's own database. The first writer of a name wins, by the primary
/// key. Call it outside of transactions.
@Component
final class JdbcSecretStore implements SecretStore {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final JdbcClient jdbc;

  JdbcSecretStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public byte[] keep(String name, byte[] candidate) {
    try {
      return find(name).orElseGet(() -> insert(name, candidate));
    } catch (DataAccessException e) {
      throw new Unavailable("the database cannot answer", RETRY_AFTER, e);
    }
  }

  private Optional<byte[]> find(String name) {
    return jdbc.sql("SELECT content FROM secret WHERE name = ?")
        .param(name)
        .query((row, _) -> row.getBytes("content"))
        .optional();
  }

  private byte[] insert(String name, byte[] candidate) {
    try {
      jdbc.sql("INSERT INTO secret (name, content) VALUES (?, ?)").params(name, candidate).update();
    } catch (DuplicateKeyException another) {
      // Who came first has won.
    }
    return find(name).orElseThrow();
  }
}
