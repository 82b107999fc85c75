package dev.latchkey.bootstrap.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds names in the environment that were most likely meant for a setting.
final class Slips {
  private static final int LONG_NAME = 8;

  private Slips() {}

  static List<String> find(Set<String> environment) {
    var known = known();
    var warnings = new ArrayList<String>();
    for (var name : new TreeSet<>(environment)) {
      if (!known.contains(name)) {
        var meant = meant(name, known);
        if (meant.isPresent()) {
          warnings.add("%s is not a setting; did you mean %s?".formatted(name, meant.get()));
        } else if (name.startsWith("LATCHKEY_")) {
          warnings.add("%s is not a setting and is not read".formatted(name));
        }
      }
    }
    return warnings;
  }

  private static Set<String> known() {
    return Catalogue.ALL.stream()
        .flatMap(setting -> setting.spellings().stream())
        .map(Setting.Spelling::name)
        .flatMap(name -> Stream.of(name, name + "_FILE"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> meant(String name, Set<String> known) {
    var plain = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    var bare = plain.replaceFirst("^LATCHKEY_", "");
    return known.stream()
        .filter(k ->
            k.equals(plain)
                || k.equals(bare)
                || distance(k, plain) <= (k.length() < LONG_NAME ? 1 : 2))
        .findFirst();
  }

  /// Levenshtein's distance.
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
