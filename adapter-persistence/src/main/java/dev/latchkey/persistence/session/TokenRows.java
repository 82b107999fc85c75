package dev.latchkey.persistence.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reads of `auth.refresh_token`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TokenRows extends GenericRepository<TokenRow, UUID> {

  @Query("SELECT * FROM auth.refresh_token WHERE jti = :jti")
  @Nullable TokenRow findByJti(UUID jti);

  @Query("SELECT * FROM auth.refresh_token WHERE session_id = :session AND rotated_at IS NULL")
  @Nullable TokenRow findUnspent(UUID session);
}
