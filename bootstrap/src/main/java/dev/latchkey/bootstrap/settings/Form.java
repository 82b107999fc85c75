package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.WireName;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the text of a setting becomes a value.
///
/// @param allowed what may be written, as it stands in messages and in the documentation
/// @param reader gives nothing for text that is not allowed
record Form<T>(String allowed, Function<String, Optional<T>> reader) {

  Optional<T> read(String text) {
    return reader.apply(text);
  }

  static Form<Integer> integer(int least, int most) {
    return new Form<>(
        "a whole number from %d to %d".formatted(least, most), text -> number(text, least, most));
  }

  static Form<Duration> duration(ChronoUnit unit, int least, int most) {
    var allowed = "a whole number of %s from %d to %d".formatted(WireName.of(unit), least, most);
    return new Form<>(allowed, text -> number(text, least, most).map(n -> Duration.of(n, unit)));
  }

  static Form<String> text(String allowed, Predicate<String> fits) {
    return new Form<>(allowed, text -> Optional.of(text).filter(fits));
  }

  static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
    var allowed =
        Stream.of(type.getEnumConstants()).map(Form::spelled).collect(Collectors.joining(" or "));
    return new Form<>(
        allowed,
        text -> Stream.of(type.getEnumConstants()).filter(e -> spelled(e).equals(text)).findAny());
  }

  /// Elements separated by commas; spaces around them are ignored, and nothing at all is no
  /// element.
  static <T> Form<List<T>> list(Form<T> element) {
    return new Form<>("comma-separated, each " + element.allowed(), text -> readAll(element, text));
  }

  private static <T> Optional<List<T>> readAll(Form<T> element, String text) {
    var elements = new ArrayList<T>();
    if (text.isBlank()) {
      return Optional.of(elements);
    }
    for (var part : text.split(",", -1)) {
      var value = element.read(part.strip());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      elements.add(value.get());
    }
    return Optional.of(List.copyOf(elements));
  }

  private static Optional<Integer> number(String text, int least, int most) {
    if (!text.matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    var number = Integer.parseInt(text);
    return number >= least && number <= most ? Optional.of(number) : Optional.empty();
  }

  static String spelled(Enum<?> constant) {
    return constant.toString();
  }
}
