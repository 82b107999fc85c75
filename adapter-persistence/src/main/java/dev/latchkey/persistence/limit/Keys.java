package dev.latchkey.persistence.limit;

import dev.latchkey.domain.limit.LimitKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Keys as a parameter.
final class Keys {
  private Keys() {}

  static Array array(Connection connection, List<LimitKey> keys) throws SQLException {
    return connection.createArrayOf(
        "bytea", keys.stream().map(LimitKey::bytes).toArray(byte[][]::new));
  }
}
