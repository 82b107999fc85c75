package dev.latchkey.rest.server;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// The executor for controller methods that wait for nothing: they run on the thread that comes to
/// them, which may be an event loop, instead of on one that may wait.
@Factory
public final class SameThread {
  /// The executor's name, for `@ExecuteOn`.
  public static final String NAME = "same-thread";

  @Singleton
  @Named(NAME)
  ExecutorService executor() {
    return new Here();
  }

  /// Has nothing to end.
  private static final class Here extends AbstractExecutorService {
    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
