package dev.latchkey.rest.problem;

import dev.latchkey.domain.Violation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the answers for what goes wrong.
public final class Problems {
  private static final MediaType PROBLEM_JSON =
      MediaType.of(MediaType.APPLICATION_JSON_PROBLEM + ";charset=utf-8");

  private Problems() {}

  /// The answer for a problem that its code says all about.
  public static MutableHttpResponse<?> of(ProblemCode code) {
    return of(code, code.wireName(), null);
  }

  /// The answer for a request with faults. Where the password or nothing but unknown fields is at
  /// fault, the code says so; otherwise it is `validation_failed`.
  public static MutableHttpResponse<?> invalid(List<Violation> violations) {
    var errors =
        violations.stream()
            .map(v -> new Problem.FieldError(v.field(), v.code().wireName(), v.detail()))
            .toList();
    return of(ProblemCode.VALIDATION_FAILED, telling(violations), errors);
  }

  /// The answer for infrastructure trouble.
  public static MutableHttpResponse<?> unavailable(ProblemCode code, Duration retryAfter) {
    return of(code)
        .header(
            HttpHeaders.RETRY_AFTER,
            Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
  }

  /// The answer to an API key that is not for this call (RFC 6750 section 3.1).
  ///
  /// @param scope that it would need; null where the call takes no API key
  public static MutableHttpResponse<?> insufficientScope(@Nullable String scope) {
    var error = "Bearer error=\"insufficient_scope\"";
    return of(ProblemCode.INSUFFICIENT_SCOPE)
        .header(
            HttpHeaders.WWW_AUTHENTICATE,
            scope == null ? error : error + ", scope=\"" + scope + "\"");
  }

  /// Names the request in an answer that is a problem.
  public static void identify(MutableHttpResponse<?> response, String requestId) {
    if (response.body() instanceof Problem problem) {
      response.body(problem.of(requestId));
    }
  }

  private static String telling(List<Violation> violations) {
    var codes = violations.stream().map(Violation::code).distinct().toList();
    var only = codes.size() == 1 ? codes.getFirst() : null;
    return only == Violation.Code.UNKNOWN_FIELD
            || (only != null && only.name().startsWith("PASSWORD_"))
        ? only.wireName()
        : ProblemCode.VALIDATION_FAILED.wireName();
  }

  private static MutableHttpResponse<?> of(
      ProblemCode code, String wireName, @Nullable List<Problem.FieldError> errors) {
    var status = code.status();
    var problem =
        new Problem(
            "urn:latchkey:problem:" + wireName,
            status.getReason(),
            status.getCode(),
            code.detail(),
            wireName,
            null,
            errors);
    var response = HttpResponse.status(status).body(problem).contentType(PROBLEM_JSON);
    return status.getCode() == 401
        ? response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(code))
        : response;
  }

  /// RFC 6750 section 3: no error where no token was sent.
  private static String challenge(ProblemCode code) {
    return code == ProblemCode.INVALID_TOKEN ? "Bearer error=\"invalid_token\"" : "Bearer";
  }
}
