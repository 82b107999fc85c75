package dev.latchkey.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/// What the history table says, read without Flyway: most starts find nothing to do, and its own
/// start takes several times as long as this look.
final class MigrationHistory {
  private static final String APPLIED =
      """
      SELECT concat_ws(' ', type, version, script, checksum, success)
        FROM %s.%s
       WHERE type <> 'SCHEMA'
       ORDER BY installed_rank
      """
          .formatted(Migrations.SCHEMA, Migrations.HISTORY_TABLE);

  private MigrationHistory() {}

  /// Whether every script has been applied as it is now, and nothing else. Everything that is not
  /// so, down to a missing table, is for Flyway to mend or to complain of.
  static boolean isComplete(DataSource dataSource) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(APPLIED)) {
      var applied = new ArrayList<String>();
      while (rows.next()) {
        applied.add(rows.getString(1));
      }
      return applied.equals(expected());
    } catch (SQLException unreadable) {
      return false;
    }
  }

  private static List<String> expected() {
    return Migrations.SCRIPTS.stream().map(MigrationHistory::row).toList();
  }

  private static String row(String script) {
    var version = script.substring(1, script.indexOf("__"));
    return "SQL %s %s %d t".formatted(version, script, checksum(Migrations.read(script)));
  }

  /// As Flyway computes it, over the lines without their ends.
  private static int checksum(String script) {
    var crc = new CRC32();
    script.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) crc.getValue();
  }
}
