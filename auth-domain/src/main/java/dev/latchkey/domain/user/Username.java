package dev.latchkey.domain.user;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A name to log in with: 3 to 32 of `[a-z0-9._-]`, beginning and ending in a letter or digit, no
/// two dots in a row. ASCII only and lower case, so that no two names look alike; never an `@`, so
/// that no name can pass for someone's e-mail address.
public record Username(String value) {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9](?:[a-z0-9_-]|\\.(?!\\.)){1,30}[a-z0-9]");
  private static final Set<String> RESERVED =
      Set.of(
          "admin", "administrator", "root", "system", "null", "undefined", "me", "api", "support");

  public Username {
    if (!FORM.matcher(value).matches() || RESERVED.contains(value)) {
      throw new IllegalArgumentException("not a canonical username");
    }
  }

  /// Reads a name, ignoring ASCII case and spaces around it.
  ///
  /// @return empty where the text is no username, or a reserved one
  public static Optional<Username> parse(String text) {
    var stripped = text.strip();
    if (!stripped.chars().allMatch(c -> c < 128)) {
      return Optional.empty();
    }
    var canonical = stripped.toLowerCase(Locale.ROOT);
    return FORM.matcher(canonical).matches() && !RESERVED.contains(canonical)
        ? Optional.of(new Username(canonical))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
