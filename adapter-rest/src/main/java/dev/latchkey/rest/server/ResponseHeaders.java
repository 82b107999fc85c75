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
import io.netty.handler.codec.DateFormatter;
import java.util.Date;
import java.util.Map;

/// The headers that every answer has: nothing is cached, guessed at, framed or referred to (ASVS 5
/// chapter 3.4).
@ServerFilter(patterns = ServerFilter.MATCH_ALL_PATTERN, appendContextPath = false)
final class ResponseHeaders implements Ordered {
  static final Map<String, String> DEFAULTS =
      Map.of(
          "Cache-Control", "no-store",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");

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
    headers.set(HttpHeaders.DATE, DateFormatter.format(new Date()));
    Problems.identify(response, requestId);
    if (tls) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
