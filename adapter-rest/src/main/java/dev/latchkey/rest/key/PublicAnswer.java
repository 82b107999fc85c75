package dev.latchkey.rest.key;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;

/// An answer that holds nothing private: anybody may keep it for a while, and pages of any origin
/// may read it.
final class PublicAnswer {
  /// Rotations give notice for twice as long.
  private static final int MAX_AGE_SECONDS = 300;

  private PublicAnswer() {}

  static <T> MutableHttpResponse<T> of(MutableHttpResponse<T> answer) {
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + MAX_AGE_SECONDS)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  }
}
