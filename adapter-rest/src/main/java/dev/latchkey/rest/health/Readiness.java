package dev.latchkey.rest.health;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whether calls can be served now.
@Singleton
public final class Readiness {
  private static final String DOWN = "down";

  private final List<ReadinessCheck> checks;
  private volatile boolean ending;

  Readiness(List<ReadinessCheck> checks) {
    this.checks = checks;
  }

  /// What all checks together say.
  ///
  /// @param checks `ok` or `down`, by name
  public record Report(Map<String, String> checks) {

    public boolean ready() {
      return !checks.containsValue(DOWN);
    }

    /// `ok` or `down`.
    public String status() {
      return ready() ? "ok" : DOWN;
    }
  }

  /// From now on nothing more is to come: what is under way is brought to its end.
  public void end() {
    ending = true;
  }

  /// Asks every check.
  public Report look() {
    var results = new TreeMap<String, String>();
    checks.forEach(check -> results.put(check.name(), check.ready() ? "ok" : DOWN));
    if (ending) {
      results.put("serving", DOWN);
    }
    return new Report(results);
  }
}
