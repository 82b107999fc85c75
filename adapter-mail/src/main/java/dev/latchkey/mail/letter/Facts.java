package dev.latchkey.mail.letter;

import org.jspecify.annotations.Nullable;

/// What a template may tell. All of it is text, which the HTML ones escape.
///
/// @param name how to greet; null where there is no name to greet by
/// @param link what the reader is to open; null where there is nothing to open
/// @param time in UTC, to the minute
/// @param origin whose request it came of, coarsely
public record Facts(
    String product, @Nullable String name, @Nullable String link, String time, String origin) {

  /// Without the link, which holds a secret.
  @Override
  public String toString() {
    return "Facts[product=" + product + "]";
  }
}
