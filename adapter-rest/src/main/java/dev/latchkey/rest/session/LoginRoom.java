package dev.latchkey.rest.session;

import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.port.PasswordHasher;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Turns log-ins away while more are asked for than can be computed: on the thread that read the
/// request, and before its body is looked at. What that costs in a flood is taken from those who do
/// log in; so each answer takes its time, lest callers who ask again at once, whatever
/// `Retry-After` says, leave nothing for the log-ins that would take them in.
@ServerFilter("/auth/login")
final class LoginRoom implements Ordered {
  private static final long PAUSE_MILLIS = 20;

  private final PasswordHasher hasher;

  LoginRoom(PasswordHasher hasher) {
    this.hasher = hasher;
  }

  /// After the limit of an address.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 70;
  }

  /// Nothing where there is room. The framework takes that for a future too, whose value it looks
  /// at: hence both marks.
  @RequestFilter
  @Nullable CompletableFuture<@Nullable HttpResponse<?>> require(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.POST) {
      return null;
    }
    try {
      hasher.requireRoom();
      return null;
    } catch (Overloaded busy) {
      return later(request, Problems.unavailable(ProblemCode.OVERLOADED, busy.retryAfter()));
    }
  }

  /// By the event loop's own clock: no thread waits.
  private static CompletableFuture<@Nullable HttpResponse<?>> later(
      HttpRequest<?> request, HttpResponse<?> response) {
    var answer = new CompletableFuture<@Nullable HttpResponse<?>>();
    ((NettyHttpRequest<?>) request)
        .getChannelHandlerContext()
        .executor()
        .schedule(() -> answer.complete(response), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return answer;
  }
}
