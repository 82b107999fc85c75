package dev.latchkey.bootstrap.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A dashboard as Grafana keeps it.
record Dashboard(JsonNode json) {
  private static final Pattern METRIC = Pattern.compile("([a-z]\\w*)\\{|label_values\\((\\w+),");

  static Dashboard read(Path file) throws IOException {
    return new Dashboard(new ObjectMapper().readTree(file.toFile()));
  }

  List<JsonNode> panels() {
    return elements(json.path("panels")).toList();
  }

  List<JsonNode> variables() {
    return elements(json.at("/templating/list")).toList();
  }

  /// The queries of all panels and variables.
  List<String> queries() {
    var ofPanels =
        panels().stream()
            .flatMap(panel -> elements(panel.path("targets")))
            .map(target -> target.path("expr").asText());
    var ofVariables = variables().stream().map(variable -> variable.at("/query/query").asText());
    return Stream.concat(ofPanels, ofVariables).filter(query -> !query.isEmpty()).toList();
  }

  /// The names of samples that the queries ask for.
  Set<String> metrics() {
    return queries().stream()
        .flatMap(query -> METRIC.matcher(query).results())
        .map(Dashboard::name)
        .collect(Collectors.toSet());
  }

  private static String name(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
