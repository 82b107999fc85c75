package dev.latchkey.bootstrap.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads settings one by one and keeps count of what is wrong with them.
final class Values {
  private static final int SHOWN = 60;

  private final Sources sources;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();

  Values(Sources sources) {
    this.sources = sources;
  }

  /// What was set, or else the fallback; nothing where there is none, or where what was set is
  /// wrong and noted as such.
  <T> Optional<T> find(Setting<T> setting) {
    var found = new LinkedHashMap<String, T>();
    for (var spelling : setting.spellings()) {
      for (var place : sources.find(spelling)) {
        read(setting, spelling, place).ifPresent(value -> found.put(place.label(), value));
      }
    }
    if (new HashSet<>(found.values()).size() > 1) {
      refuse(setting, String.join(" and ", found.keySet()) + " are both set and differ; set one");
    }
    if (wrong.contains(setting.name())) {
      return Optional.empty();
    }
    return found.values().stream().findFirst().or(setting::fallbackValue);
  }

  /// As [#find], for a setting with a fallback, which also stands in for what is wrong: the reading
  /// goes on to find more, its result is refused anyway.
  <T> T get(Setting<T> setting) {
    return find(setting).or(setting::fallbackValue).orElseThrow();
  }

  /// Notes what a look at more than the text has shown.
  void refuse(Setting<?> setting, String detail) {
    wrong.add(setting.name());
    problems.add(new Problem(setting.name(), detail));
  }

  /// All of it once, however often a setting was looked at.
  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }

  /// Whether whoever started the service says that it is only being tried out.
  boolean isMarkedAsTrial() {
    return "true".equals(sources.properties().find("latchkey.trial"));
  }

  private <T> Optional<T> read(
      Setting<T> setting, Setting.Spelling<T> spelling, Sources.Found place) {
    if (!place.readable()) {
      // Where the secret itself was put in the place of the file's name, it must not be shown.
      var file = setting.secret() ? "" : ": " + shown(place.text());
      return refuse(setting, place, "the file cannot be read" + file);
    }
    if (place.text().chars().anyMatch(Character::isISOControl)) {
      return refuse(setting, place, "line breaks and other control characters are not allowed");
    }
    var value = spelling.form().read(place.text());
    if (value.isPresent()) {
      return value;
    }
    if (place.text().isEmpty()) {
      return Optional.empty();
    }
    var what = setting.secret() ? "the value" : shown(place.text());
    return refuse(setting, place, what + " is not allowed; needed is " + spelling.form().allowed());
  }

  private <T> Optional<T> refuse(Setting<T> setting, Sources.Found place, String detail) {
    wrong.add(setting.name());
    problems.add(new Problem(place.label(), detail));
    return Optional.empty();
  }

  private static String shown(String text) {
    var line = text.codePoints().map(c -> Character.isISOControl(c) ? '?' : c);
    var shown =
        line.limit(SHOWN)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return "\"" + shown + (text.length() > SHOWN ? "…" : "") + "\"";
  }
}
