package dev.latchkey.persistence.audit;

import dev.latchkey.domain.audit.AuditPage;
import dev.latchkey.domain.audit.AuditQuery;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Runs the statement of a search.
@Singleton
final class AuditSearch {
  private final JdbcOperations jdbc;

  AuditSearch(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  AuditPage page(AuditQuery query) {
    return jdbc.execute(connection -> {
      // One more than asked for shows whether there is a following page.
      var found = find(connection, AuditSelect.page(query));
      var shown = found.subList(0, Math.min(found.size(), query.limit()));
      var more = found.size() > shown.size();
      return new AuditPage(
          shown.stream().map(AuditRow::toEntry).flatMap(Optional::stream).toList(),
          more ? shown.getLast().place() : null);
    });
  }

  private List<AuditRow> find(Connection connection, AuditSelect select) throws SQLException {
    try (var statement = connection.prepareStatement(select.sql())) {
      for (var index = 0; index < select.parameters().size(); index++) {
        statement.setObject(index + 1, select.parameters().get(index));
      }
      try (var result = statement.executeQuery()) {
        return jdbc.entityStream(result, AuditRow.class).toList();
      }
    }
  }
}
