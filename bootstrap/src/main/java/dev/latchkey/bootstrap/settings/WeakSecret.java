package dev.latchkey.bootstrap.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells secrets that anybody can guess: too short, taken from an example, or one pattern repeated.
final class WeakSecret {
  static final int LEAST_BYTES = 32;

  private static final int LEAST_DISTINCT = 10;
  private static final Pattern WELL_KNOWN =
      Pattern.compile(
          "(?:your|my|our|the|a|this|is|it|be|to|in|for|please|super|very|top|dev|development|test|testing"
              + "|local|demo|example|sample|default|insecure|unsafe|not|do|use|prod|production"
              + "|secret|key|secretkey|jwt|token|auth|hs|sha|bit|bits|byte|bytes|long|random|string"
              + "|change|changeme|changed|replace|replaceme|me|must|should|at|least|character|characters"
              + "|password|passwd|pass|latchkey|qwerty|abc|admin|user|[0-9])+");

  private WeakSecret() {}

  /// Why the secret is weak, as the end of a sentence; empty for one that is not.
  static Optional<String> reason(String secret) {
    var bytes = secret.getBytes(UTF_8).length;
    if (bytes < LEAST_BYTES) {
      return Optional.of(
          "has %d bytes, at least %d random ones are needed".formatted(bytes, LEAST_BYTES));
    }
    if (secret.chars().distinct().count() < LEAST_DISTINCT || isRepeated(secret)) {
      return Optional.of("is a repeated pattern; random bytes are needed");
    }
    var letters = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return WELL_KNOWN.matcher(letters).matches()
        ? Optional.of("is made of well-known words; random bytes are needed")
        : Optional.empty();
  }

  /// Whether the text is its own beginning over and over.
  private static boolean isRepeated(String text) {
    return (text + text).indexOf(text, 1) < text.length()
        || text.matches("(?s)(.{1,%d}?)\\1+.{0,16}".formatted(text.length() / 2));
  }
}
