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
import org.jspecify.annotations.Nullable;

/// Turns log-ins away while more are asked for than can be computed: on the thread that read the
/// request, and before its body is looked at. What that costs in a flood is taken from those who do
/// log in.
@ServerFilter("/auth/login")
final class LoginRoom implements Ordered {
  private final PasswordHasher hasher;

  LoginRoom(PasswordHasher hasher) {
    this.hasher = hasher;
  }

  /// After the limit of an address.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 70;
  }

  @RequestFilter
  @Nullable HttpResponse<?> require(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.POST) {
      return null;
    }
    try {
      hasher.requireRoom();
      return null;
    } catch (Overloaded busy) {
      return Problems.unavailable(ProblemCode.OVERLOADED, busy.retryAfter());
    }
  }
}
