package dev.latchkey.rest.session;

import dev.latchkey.domain.WireName;
import io.micronaut.http.MutableHttpResponse;

/// Why a refresh was answered with tokens; told in the header `Latchkey-Refresh`.
enum RefreshCause {
  ROTATED,
  CONCURRENT;

  static RefreshCause of(boolean concurrent) {
    return concurrent ? CONCURRENT : ROTATED;
  }

  MutableHttpResponse<?> on(MutableHttpResponse<?> response) {
    return response.header("Latchkey-Refresh", WireName.of(this));
  }
}
