package dev.latchkey.rest.security;

import io.micronaut.http.HttpHeaders;
import java.util.regex.Pattern;

/// Whether a request carries a bearer token in the form of RFC 6750 section 2.1.
enum BearerHeader {
  /// No credentials, or those of another scheme.
  ABSENT,
  WELL_FORMED,
  /// No token, something around it, or several credentials.
  MALFORMED;

  private static final Pattern SCHEME = Pattern.compile("(?i)bearer(?:\\s.*)?");
  private static final Pattern FORM = Pattern.compile("(?i)bearer [A-Za-z0-9._~+/-]++=*+");

  static BearerHeader of(HttpHeaders headers) {
    var credentials = headers.getAll(HttpHeaders.AUTHORIZATION);
    if (credentials.isEmpty()) {
      return ABSENT;
    }
    if (credentials.size() > 1) {
      return MALFORMED;
    }
    var only = credentials.get(0);
    if (FORM.matcher(only).matches()) {
      return WELL_FORMED;
    }
    return SCHEME.matcher(only).matches() ? MALFORMED : ABSENT;
  }
}
