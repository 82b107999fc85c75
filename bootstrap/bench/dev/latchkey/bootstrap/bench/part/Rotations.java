package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.load.Threads;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;

/// One session's chain of rotations in plain JDBC: the least that a rotation is, as one prepared
/// statement that commits by itself.
final class Rotations implements Threads.Task, AutoCloseable {
  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO auth.session (id, user_id, created_at, last_used_at, expires_at, idle_until)
        SELECT gen_random_uuid(), u.id, now(), now(), now() + interval '30 d',
          now() + interval '9 d'
        FROM (SELECT id FROM auth.users ORDER BY random() LIMIT 1) u
        RETURNING id
      )
      INSERT INTO auth.refresh_token
        (jti, session_id, generation, token_hash, issued_at, expires_at, key_id)
      SELECT ?, opened.id, 0, ?, now(), now() + interval '30 d', 'bench' FROM opened
      RETURNING session_id
      """;
  private static final String ROTATE =
      """
      WITH spent AS (
        UPDATE auth.refresh_token SET rotated_at = now()
        WHERE jti = ? AND session_id = ? AND token_hash = ? AND rotated_at IS NULL
        RETURNING session_id, generation, expires_at, key_id
      ), successor AS (
        INSERT INTO auth.refresh_token
          (jti, session_id, generation, token_hash, issued_at, expires_at, key_id)
        SELECT ?, session_id, generation + 1, ?, now(), expires_at, key_id FROM spent
      )
      UPDATE auth.session s SET last_used_at = now(), idle_until = now() + interval '9 d'
      FROM spent WHERE s.id = spent.session_id AND s.revoked_at IS NULL
      """;

  private final Connection connection;
  private final PreparedStatement rotate;
  private final Random random = new Random();
  private final UUID session;
  private UUID jti = new UUID(random.nextLong(), random.nextLong());
  private byte[] digest = digest();

  Rotations(DatabaseAccess access) throws SQLException {
    connection =
        DriverManager.getConnection(access.url(), access.user(), access.password().reveal());
    try (var open = connection.prepareStatement(OPEN)) {
      open.setObject(1, jti);
      open.setBytes(2, digest);
      try (var result = open.executeQuery()) {
        result.next();
        session = result.getObject(1, UUID.class);
      }
    }
    rotate = connection.prepareStatement(ROTATE);
    rotate.setObject(2, session);
  }

  private byte[] digest() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public Object call() throws SQLException {
    var nextJti = new UUID(random.nextLong(), random.nextLong());
    var nextDigest = digest();
    rotate.setObject(1, jti);
    rotate.setBytes(3, digest);
    rotate.setObject(4, nextJti);
    rotate.setBytes(5, nextDigest);
    if (rotate.executeUpdate() != 1) {
      throw new IllegalStateException("not rotated");
    }
    jti = nextJti;
    digest = nextDigest;
    return session;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
