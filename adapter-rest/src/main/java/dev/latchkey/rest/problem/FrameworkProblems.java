package dev.latchkey.rest.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/// Words the framework's own errors as ours. Its message is dropped: it can hold what nobody
/// outside should read.
@Singleton
@Primary
final class FrameworkProblems implements ErrorResponseProcessor<Object> {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final Set<String> KEPT = Set.of(HttpHeaders.ALLOW, HttpHeaders.CONNECTION);

  @Override
  @SuppressWarnings("unchecked")
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var code = ProblemCode.of(HttpStatus.valueOf(response.code()));
    var problem =
        (MutableHttpResponse<Object>)
            (code == ProblemCode.SERVICE_UNAVAILABLE
                ? Problems.unavailable(code, RETRY_AFTER)
                : Problems.of(code));
    for (var name : KEPT) {
      response.getHeaders().getAll(name).forEach(value -> problem.header(name, value));
    }
    return problem;
  }
}
