package dev.latchkey.persistence.audit;

import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.persistence.Micros;
import java.util.ArrayList;
import java.util.List;

/// The statement of a search: only the conditions that were asked for, so that the planner sees
/// which index serves them, and every value as a parameter.
record AuditSelect(String sql, List<Object> parameters) {

  static AuditSelect page(AuditQuery query) {
    var conditions = new Conditions();
    if (query.user() != null) {
      conditions.add("user_id = ?", query.user().value());
    }
    if (query.actor() != null) {
      conditions.add("actor_id = ?", query.actor().value());
    }
    if (query.kind() != null) {
      conditions.add("kind = ?", query.kind().code());
    }
    if (query.since() != null) {
      conditions.add("at >= ?", Micros.typed(query.since()));
    }
    if (query.until() != null) {
      conditions.add("at < ?", Micros.typed(query.until()));
    }
    if (query.after() != null) {
      conditions.add("(at, id) < (?, ?)", Micros.typed(query.after().at()), query.after().id());
    }
    return conditions.select(query.limit() + 1);
  }

  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private void add(String text, Object... values) {
      texts.add(text);
      parameters.addAll(List.of(values));
    }

    private AuditSelect select(int rows) {
      var where = texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
      parameters.add(rows);
      return new AuditSelect(
          "SELECT * FROM auth.audit" + where + " ORDER BY at DESC, id DESC LIMIT ?", parameters);
    }
  }
}
