package dev.latchkey.rest.security;

import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.session.Caller;
import dev.latchkey.application.session.CheckAccess;
import dev.latchkey.domain.apikey.RawApiKey;
import dev.latchkey.domain.audit.Origin;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.ReactiveJsonWebTokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Checks the bearer token of a request, or the API key that is in its place, with our own use
/// cases, which also ask whether the session or key and the user still stand. The framework's
/// validator would trust the token alone, and with no key configured any token.
@Singleton
@Replaces(ReactiveJsonWebTokenValidator.class)
final class BearerTokenValidator implements ReactiveJsonWebTokenValidator<Caller, HttpRequest<?>> {
  private final CheckAccess checkAccess;
  private final CheckApiKey checkApiKey;
  private final Scheduler blocking;

  BearerTokenValidator(
      CheckAccess checkAccess,
      CheckApiKey checkApiKey,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.checkAccess = checkAccess;
    this.checkApiKey = checkApiKey;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<Caller> validate(String token, @Nullable HttpRequest<?> request) {
    if (request != null && isBlind(request)) {
      return Mono.empty();
    }
    if (request != null && BearerHeader.of(request.getHeaders()) != BearerHeader.WELL_FORMED) {
      return Mono.empty();
    }
    var origin = request == null ? Origin.UNKNOWN : RequestOrigin.of(request);
    return Mono.fromCallable(() -> check(token, origin))
        .subscribeOn(blocking)
        .flatMap(Mono::justOrEmpty);
  }

  private Optional<Caller> check(String token, Origin origin) {
    return token.startsWith(RawApiKey.PREFIX)
        ? checkApiKey.check(token, origin)
        : checkAccess.check(token, origin);
  }

  /// The call that must answer also while no token can be looked up.
  private static boolean isBlind(HttpRequest<?> request) {
    return request.getPath().endsWith("/health/liveness");
  }

  @Override
  public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
    return Mono.from(validate(token, request)).map(CallerAuthentication::new);
  }
}
