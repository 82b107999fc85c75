package dev.latchkey.persistence.client;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements on `auth.client`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClientRows extends GenericRepository<ClientRow, String> {

  /// Waits for another transaction that is writing the same id.
  @Query(
      """
      INSERT INTO auth.client (id, name, scope, is_active, created_at)
      VALUES (:id, :name, :scope, :active, :createdAt) ON CONFLICT (id) DO NOTHING
      """)
  int insertIfAbsent(String id, String name, String scope, boolean active, Instant createdAt);

  @Query("SELECT * FROM auth.client WHERE id = :id")
  @Nullable ClientRow find(String id);

  @Query("SELECT * FROM auth.client ORDER BY id")
  List<ClientRow> list();

  /// Locks the client's row, so that changes of one client follow each other.
  @Query("SELECT * FROM auth.client WHERE id = :id FOR UPDATE")
  @Nullable ClientRow lock(String id);

  @Query(
      """
      UPDATE auth.client SET name = :name, scope = :scope, is_active = :active WHERE id = :id
      """)
  int update(String id, String name, String scope, boolean active);

  /// The active client that has this secret.
  @Query(
      """
      SELECT c.* FROM auth.client c JOIN auth.client_secret s ON s.client_id = c.id
      WHERE c.id = :id AND c.is_active AND s.digest = :digest
      """)
  @Nullable ClientRow findBySecret(String id, byte[] digest);

  @Query("DELETE FROM auth.client WHERE id = :id")
  int delete(String id);

  @Query(
      """
      SELECT c.* FROM auth.client c
      WHERE c.id = :id AND c.is_active
        AND NOT EXISTS (SELECT FROM auth.revoked_token r WHERE r.jti = :jti AND r.client_id = c.id)
      """)
  @Nullable ClientRow findBearer(String id, UUID jti);

  /// Nothing where there is no such client, or the token was revoked before.
  @Query(
      """
      INSERT INTO auth.revoked_token (jti, client_id, expires_at)
      SELECT :jti, c.id, :expiresAt FROM auth.client c WHERE c.id = :id
      ON CONFLICT (jti) DO NOTHING
      """)
  int revoke(String id, UUID jti, Instant expiresAt);
}
