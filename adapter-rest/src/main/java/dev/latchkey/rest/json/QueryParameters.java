package dev.latchkey.rest.json;

import dev.latchkey.domain.Violation;
import io.micronaut.http.HttpParameters;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a query string strictly: no parameter that is not known. That none is given twice is seen
/// to before.
public final class QueryParameters {
  private final HttpParameters parameters;

  private QueryParameters(HttpParameters parameters) {
    this.parameters = parameters;
  }

  /// The parameters of a request.
  ///
  /// @throws InvalidRequest where one is not known
  public static QueryParameters of(HttpParameters parameters, Set<String> known) {
    if (!known.containsAll(parameters.names())) {
      throw new InvalidRequest(
          "query", Violation.Code.UNKNOWN_FIELD, "Known are " + new TreeSet<>(known));
    }
    return new QueryParameters(parameters);
  }

  /// A parameter's value; null where it is not given.
  ///
  /// @param parse empty for a text that is no value
  /// @throws InvalidRequest where it is given and no value
  public <T> @Nullable T read(String name, Function<String, Optional<T>> parse) {
    var values = parameters.getAll(name);
    if (values.isEmpty()) {
      return null;
    }
    return parse
        .apply(values.getFirst())
        .orElseThrow(
            () -> new InvalidRequest(name, Violation.Code.INVALID_VALUE, "Not a value for this."));
  }

  /// How many things to list.
  public int limit(int fallback, int most) {
    var limit =
        read(
            "limit",
            text ->
                Optional.of(text)
                    .filter(digits -> digits.matches("[0-9]{1,3}"))
                    .map(Integer::parseInt)
                    .filter(number -> number >= 1 && number <= most));
    return limit == null ? fallback : limit;
  }
}
