package dev.latchkey.rest.server;

import dev.latchkey.rest.problem.Problems;
import dev.latchkey.rest.problem.RequestId;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.netty.util.AsciiString;
import java.util.Map;

/// The headers that every answer has: nothing is cached, guessed at, framed or referred to (ASVS 5
/// chapter 3.4).
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
final class ResponseHeaders implements Ordered {
  /// As bytes, so that they need not be encoded for each answer.
  static final Map<String, AsciiString> DEFAULTS =
      Map.of(
          "Cache-Control", AsciiString.cached("no-store"),
          "X-Content-Type-Options", AsciiString.cached("nosniff"),
          "Referrer-Policy", AsciiString.cached("no-referrer"),
          "Cross-Origin-Resource-Policy", AsciiString.cached("same-origin"),
          "Cross-Origin-Opener-Policy", AsciiString.cached("same-origin"),
          "Permissions-Policy", AsciiString.cached("camera=(), geolocation=(), microphone=()"),
          "Content-Security-Policy",
              AsciiString.cached("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"));

  private final HttpClock clock = new HttpClock();
  private final boolean tls;

  ResponseHeaders(@Value("${latchkey.public-url:}") String publicUrl) {
    tls = publicUrl.startsWith("https:");
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @ResponseFilter
  void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
    var headers = response.getHeaders();
    DEFAULTS.forEach((name, value) -> {
      if (!headers.contains(name)) {
        headers.set(name, value);
      }
    });
    var requestId = RequestId.of(request);
    headers.set(RequestId.HEADER, requestId);
    headers.set(HttpHeaders.DATE, clock.now());
    Problems.identify(response, requestId);
    if (tls) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
