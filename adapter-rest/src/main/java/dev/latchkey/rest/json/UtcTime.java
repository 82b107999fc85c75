package dev.latchkey.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads moments as clients write them: RFC 3339 in UTC, with a `Z`.
public final class UtcTime {
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  private UtcTime() {}

  /// The moment that is meant; empty where the text is none.
  public static Optional<Instant> read(String text) {
    try {
      return FORM.matcher(text).matches() ? Optional.of(Instant.parse(text)) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
