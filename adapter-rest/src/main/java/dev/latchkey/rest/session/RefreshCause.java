package dev.latchkey.rest.session;

import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;

/// Why a refresh was answered with tokens; told in the header `Latchkey-Refresh`.
enum RefreshCause {
  ROTATED,
  CONCURRENT;

  static RefreshCause of(boolean concurrent) {
    return concurrent ? CONCURRENT : ROTATED;
  }

  MutableHttpResponse<?> on(MutableHttpResponse<?> response) {
    return response.header("Latchkey-Refresh", name().toLowerCase(Locale.ROOT));
  }
}
