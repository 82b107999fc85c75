package dev.latchkey.bootstrap.settings;

import java.util.List;
import java.util.stream.Collectors;

/// What became of reading the settings.
public sealed interface SettingsReading {

  /// Names that were set but mean nothing here, most likely slips of the pen. No reason to stop.
  List<String> warnings();

  /// Every setting is right.
  record Accepted(Settings settings, List<String> warnings) implements SettingsReading {
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /// At least one setting is wrong.
  record Refused(List<Problem> problems, List<String> warnings) implements SettingsReading {
    public Refused {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }

    /// All that is wrong, a line each, for whoever starts the service. Shows no secret.
    public String message() {
      var head =
          problems.size() == 1
              ? "Latchkey cannot start: a setting is wrong.\n"
              : "Latchkey cannot start: %d settings are wrong.\n".formatted(problems.size());
      return problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n", head, ""));
    }
  }
}
