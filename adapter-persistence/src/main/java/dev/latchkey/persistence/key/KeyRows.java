package dev.latchkey.persistence.key;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/// The statements on `auth.signing_key`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRows extends GenericRepository<KeyRow, String> {

  @Query("SELECT * FROM auth.signing_key WHERE state <> 'EXPIRED'")
  List<KeyRow> findLive();

  /// Writes a key, also one that expired before and comes back: a secret may be set again.
  @Query(
      """
      INSERT INTO auth.signing_key (id, algorithm, state, public_key, sealed_private_key,
        created_at, signs_from, believed_until)
      VALUES (:id, :algorithm, :state, :publicKey, :sealedPrivateKey, :createdAt, :signsFrom,
        :believedUntil)
      ON CONFLICT (id) DO UPDATE
      SET algorithm = excluded.algorithm, state = excluded.state,
        public_key = excluded.public_key, sealed_private_key = excluded.sealed_private_key,
        created_at = excluded.created_at, signs_from = excluded.signs_from,
        believed_until = excluded.believed_until
      """)
  int write(
      String id,
      String algorithm,
      String state,
      @Nullable byte[] publicKey,
      @Nullable byte[] sealedPrivateKey,
      Instant createdAt,
      Instant signsFrom,
      @Nullable Instant believedUntil);

  /// Leaves nothing of a key but its name.
  @Query(
      """
      UPDATE auth.signing_key
      SET state = 'EXPIRED', public_key = NULL, sealed_private_key = NULL
      WHERE id = :id
      """)
  int expire(String id);
}
