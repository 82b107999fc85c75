package dev.latchkey.rest.problem;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Names the request in everything that is logged for it, on whatever thread, and takes the name
/// off the thread again.
public final class RequestInLog implements ThreadPropagatedContextElement<@Nullable String> {
  private static final String KEY = "request_id";

  private final String id;

  private RequestInLog(String id) {
    this.id = id;
  }

  /// To be added to the request's context.
  public static RequestInLog of(HttpRequest<?> request) {
    return new RequestInLog(RequestId.of(request));
  }

  /// Does something that may log, where the context may not reach.
  public void around(Runnable work) {
    around(() -> {
      work.run();
      return null;
    });
  }

  /// Finds out something that may log, where the context may not reach.
  public <T extends @Nullable Object> T around(Supplier<T> work) {
    var before = updateThreadContext();
    try {
      return work.get();
    } finally {
      restoreThreadContext(before);
    }
  }

  @Override
  public @Nullable String updateThreadContext() {
    var before = MDC.get(KEY);
    MDC.put(KEY, id);
    return before;
  }

  @Override
  public void restoreThreadContext(@Nullable String before) {
    if (before == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, before);
    }
  }
}
