package dev.latchkey.persistence.client;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The statements on `auth.client_secret`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SecretRows extends GenericRepository<SecretRow, UUID> {

  @Query("SELECT * FROM auth.client_secret WHERE client_id = :client ORDER BY created_at, id")
  List<SecretRow> list(String client);

  /// Puts a secret into the first place that is free.
  ///
  /// @return 0 where none is
  @Query(
      """
      INSERT INTO auth.client_secret (id, client_id, place, digest, created_at)
      SELECT :id, :client, p.place, :digest, :createdAt
      FROM (VALUES (1), (2)) AS p (place)
      WHERE NOT EXISTS (
        SELECT FROM auth.client_secret s WHERE s.client_id = :client AND s.place = p.place)
      ORDER BY p.place LIMIT 1
      """)
  int insert(UUID id, String client, byte[] digest, Instant createdAt);

  @Query("DELETE FROM auth.client_secret WHERE id = :id AND client_id = :client")
  int delete(UUID id, String client);

  /// Most uses find the last one noted, and write nothing.
  @Query(
      """
      UPDATE auth.client_secret SET last_used_at = :now
      WHERE client_id = :client AND digest = :digest
        AND (last_used_at IS NULL OR last_used_at < :before)
      """)
  int use(String client, byte[] digest, Instant now, Instant before);
}
