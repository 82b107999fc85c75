package dev.latchkey.persistence.secret;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

/// The statements on `auth.secret`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SecretRows extends GenericRepository<SecretRow, String> {

  /// Waits for another transaction that is writing the same name.
  @Query(
      "INSERT INTO auth.secret (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING")
  int insertIfAbsent(String name, byte[] value);

  @Query("SELECT * FROM auth.secret WHERE name = :name")
  @Nullable SecretRow findByName(String name);
}
