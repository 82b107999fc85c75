package dev.latchkey.rest.problem;

import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.rest.json.InvalidRequest;
import dev.latchkey.rest.json.MalformedRequest;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What each kind of exception is answered with. Only framework and infrastructure errors arrive
/// here; refusals that are to be expected are outcomes.
@Factory
final class ProblemHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandlers.class);

  @Singleton
  ExceptionHandler<MalformedRequest, HttpResponse<?>> malformed() {
    return (request, e) -> Problems.of(ProblemCode.MALFORMED_REQUEST);
  }

  @Singleton
  ExceptionHandler<InvalidRequest, HttpResponse<?>> invalid() {
    return (request, e) -> Problems.invalid(e.violations());
  }

  @Singleton
  ExceptionHandler<Unavailable, HttpResponse<?>> unavailable() {
    return ProblemHandlers::unavailable;
  }

  /// Whatever nothing else here knows: a fault of ours, unless the client has gone away.
  @Singleton
  ExceptionHandler<Throwable, HttpResponse<?>> unexpected() {
    return ProblemHandlers::unexpected;
  }

  private static HttpResponse<?> unavailable(HttpRequest<?> request, Unavailable e) {
    if (e instanceof Overloaded) {
      log(request, () -> LOG.info("Shed: {}", e.getMessage()));
      return Problems.unavailable(ProblemCode.OVERLOADED, e.retryAfter());
    }
    log(request, () -> LOG.warn("Unavailable: {}", e.getMessage(), e.getCause()));
    return Problems.unavailable(ProblemCode.SERVICE_UNAVAILABLE, e.retryAfter());
  }

  private static HttpResponse<?> unexpected(HttpRequest<?> request, Throwable e) {
    if (e instanceof EOFException || e instanceof ClosedChannelException) {
      log(request, () -> LOG.debug("Abandoned by its client"));
    } else {
      log(request, () -> LOG.error("Failed", e));
    }
    return Problems.of(ProblemCode.INTERNAL_ERROR);
  }

  private static void log(HttpRequest<?> request, Runnable line) {
    RequestInLog.of(request).around(line);
  }
}
