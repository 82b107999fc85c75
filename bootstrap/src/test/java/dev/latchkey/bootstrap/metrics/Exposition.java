package dev.latchkey.bootstrap.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page of figures in Prometheus' text format.
record Exposition(String text) {
  private static final Set<String> TIMED = Set.of("histogram", "summary");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\w+)$");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? \\S+$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  /// The families that the page declares, such as `http_server_requests_seconds`; without the
  /// maxima that go with timers.
  Set<String> families() {
    var types =
        TYPE.matcher(text)
            .results()
            .collect(Collectors.toMap(type -> type.group(1), type -> type.group(2)));
    var all = new TreeSet<>(types.keySet());
    all.removeIf(name ->
        name.endsWith("_max")
            && TIMED.contains(types.getOrDefault(name.replaceFirst("_max$", ""), "")));
    return all;
  }

  /// The names of samples, as a query names them.
  Set<String> samples() {
    return SAMPLE.matcher(text).results().map(s -> s.group(1)).collect(Collectors.toSet());
  }

  /// The labels of a family's samples, but for the bound of a bucket.
  Set<String> labels(String family) {
    return SAMPLE
        .matcher(text)
        .results()
        .filter(sample -> sample.group(1).replaceFirst("_(bucket|count|sum)$", "").equals(family))
        .map(sample -> labelsOf(sample.group(2)))
        .flatMap(Collection::stream)
        .filter(label -> !label.equals("le"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> labelsOf(String text) {
    return text == null
        ? Set.of()
        : LABEL.matcher(text).results().map(label -> label.group(1)).collect(Collectors.toSet());
  }

  /// Families with their labels.
  Map<String, Set<String>> described() {
    return families().stream().collect(Collectors.toMap(family -> family, this::labels));
  }
}
