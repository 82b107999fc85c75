package dev.latchkey.rest.limit;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Counts the pages of users and of the audit that an admin asks for. Counted on each node by
/// itself: reading is to cost no write.
@Singleton
public final class SearchLimits {
  private final NodeLimits limits;
  private final LimitPolicy policy;
  private final InstantSource clock;
  private final Throttled throttled;

  SearchLimits(NodeLimits limits, LimitPolicy policy, InstantSource clock, Throttled throttled) {
    this.limits = limits;
    this.policy = policy;
    this.clock = clock;
    this.throttled = throttled;
  }

  /// Searches, unless the caller did so too often.
  public HttpResponse<?> limited(Caller caller, Supplier<? extends HttpResponse<?>> search) {
    var admin = caller.user().id().value().toString();
    var claims = policy.claim(LimitName.SEARCH, admin).map(List::of).orElseGet(List::of);
    return limits.admit(claims, clock.instant()) instanceof Admission.Refused refused
        ? throttled.answer(refused)
        : search.get();
  }
}
