package dev.latchkey.rest.limit;

import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/// Answers those who are over a limit, and counts them.
@Singleton
public final class Throttled {
  private final Counter[] hits;

  Throttled(MeterRegistry registry) {
    hits =
        Stream.of(LimitName.values())
            .map(name ->
                Counter.builder("latchkey.limits.hits")
                    .description("Answers to callers who were over a limit")
                    .tag("limit", name.wireName())
                    .register(registry))
            .toArray(Counter[]::new);
  }

  /// The answer to who is over a limit.
  public MutableHttpResponse<?> answer(Admission.Refused refused) {
    return mark(Problems.of(ProblemCode.RATE_LIMITED), refused);
  }

  /// Says in an answer when to come again, and by which limit where the caller may know that: the
  /// fields `RateLimit` and `RateLimit-Policy` of the IETF's draft.
  public MutableHttpResponse<?> mark(MutableHttpResponse<?> response, Admission.Refused refused) {
    var name = refused.by().name();
    hits[name.ordinal()].increment();
    var wait = seconds(refused.retryAfter());
    response.header(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    if (name.isTold()) {
      var limit = refused.by().limit();
      response.header(
          "RateLimit-Policy",
          "\"%s\";q=%d;w=%d".formatted(name.wireName(), limit.max(), seconds(limit.window())));
      response.header("RateLimit", "\"%s\";r=0;t=%d".formatted(name.wireName(), wait));
    }
    return response;
  }

  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }
}
