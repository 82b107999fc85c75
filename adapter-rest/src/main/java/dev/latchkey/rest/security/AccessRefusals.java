package dev.latchkey.rest.security;

import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/// Answers callers who may not make a call: 403 for those who are known, 401 for those who are not,
/// with an error in the challenge only where a token was sent, and 400 for credentials that nobody
/// can read (RFC 6750 section 3).
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AccessRefusals
    implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes") // The framework's interface has it so.
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
    return Problems.of(
        refusal.isForbidden()
            ? ProblemCode.FORBIDDEN
            : switch (BearerHeader.of(request.getHeaders())) {
              case ABSENT -> ProblemCode.AUTHENTICATION_REQUIRED;
              case WELL_FORMED -> ProblemCode.INVALID_TOKEN;
              case MALFORMED -> ProblemCode.MALFORMED_REQUEST;
            });
  }
}
