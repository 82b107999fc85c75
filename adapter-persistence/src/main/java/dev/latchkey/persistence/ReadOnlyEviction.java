package dev.latchkey.persistence;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Drops a connection whose server has become a standby, so that the pool looks for the new
/// primary. Public because the pool makes it by name.
public final class ReadOnlyEviction implements SQLExceptionOverride {
  private static final String READ_ONLY_TRANSACTION = "25006";

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    return READ_ONLY_TRANSACTION.equals(e.getSQLState())
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
