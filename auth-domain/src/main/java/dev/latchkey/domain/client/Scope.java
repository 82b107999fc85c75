package dev.latchkey.domain.client;

import java.util.regex.Pattern;

/// One thing that a bearer may do somewhere else: a scope-token of RFC 6749 section 3.3 of at most
/// 64 characters. What it means is for the service to say that reads it.
public record Scope(String value) implements Comparable<Scope> {
  private static final Pattern FORM = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64}");

  public Scope {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a scope");
    }
  }

  /// Whether the text has the form of a scope.
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(Scope other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
