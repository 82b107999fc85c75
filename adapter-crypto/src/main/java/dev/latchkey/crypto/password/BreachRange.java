package dev.latchkey.crypto.password;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The digests of one range: 35 hexadecimal digits, a colon and a count to a line. A count of zero
/// is padding.
record BreachRange(Set<String> suffixes) {
  private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{35}):([0-9]{1,18})");

  /// Reads an answer.
  ///
  /// @return empty where any line is not of that form
  static Optional<BreachRange> read(String answer) {
    var suffixes = new HashSet<String>();
    for (var line : answer.lines().toList()) {
      var parts = LINE.matcher(line);
      if (!parts.matches()) {
        return Optional.empty();
      }
      if (Long.parseLong(parts.group(2)) > 0) {
        suffixes.add(parts.group(1).toUpperCase(Locale.ROOT));
      }
    }
    return Optional.of(new BreachRange(suffixes));
  }

  boolean holds(String suffix) {
    return suffixes.contains(suffix);
  }
}
