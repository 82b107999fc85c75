package dev.latchkey.rest.security;

import io.micronaut.http.HttpHeaders;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a request carries a bearer token in the form of RFC 6750 section 2.1.
enum BearerHeader {
  /// No credentials, or those of another scheme.
  ABSENT,
  WELL_FORMED,
  /// No token, something around it, or several credentials.
  MALFORMED;

  private static final Pattern SCHEME = Pattern.compile("(?i)bearer(?:\\s.*)?");
  private static final String PREFIX = "Bearer ";
  private static final String MARKS = "-._~+/";

  static BearerHeader of(HttpHeaders headers) {
    var credentials = headers.getAll(HttpHeaders.AUTHORIZATION);
    if (credentials.isEmpty()) {
      return ABSENT;
    }
    if (credentials.size() > 1) {
      return MALFORMED;
    }
    var only = credentials.get(0);
    if (isToken(only)) {
      return WELL_FORMED;
    }
    return SCHEME.matcher(only).matches() ? MALFORMED : ABSENT;
  }

  /// The token of a header that is well-formed; null where it is not.
  static @Nullable String token(HttpHeaders headers) {
    var credentials = headers.getAll(HttpHeaders.AUTHORIZATION);
    return credentials.size() == 1 && isToken(credentials.get(0))
        ? credentials.get(0).substring(PREFIX.length())
        : null;
  }

  /// Read by hand: each request comes by here, and a pattern takes longer than all the rest.
  private static boolean isToken(String credentials) {
    if (!credentials.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return false;
    }
    var end = credentials.length();
    while (end > PREFIX.length() && credentials.charAt(end - 1) == '=') {
      end--;
    }
    for (var i = PREFIX.length(); i < end; i++) {
      if (!isTokenCharacter(credentials.charAt(i))) {
        return false;
      }
    }
    return end > PREFIX.length();
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || MARKS.indexOf(c) >= 0;
  }
}
