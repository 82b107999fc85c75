package dev.latchkey.crypto.password;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Work that one thread does and another one tells those who wait for it. A virtual thread that is
/// woken may get a new carrier, which inherits the priority of who wakes it, and keeps it.
final class Computation<T> extends FutureTask<T> {
  private final Outcome<T> outcome;

  private Computation(Outcome<T> outcome) {
    super(outcome);
    this.outcome = outcome;
  }

  static <T> Computation<T> of(Callable<T> work) {
    return new Computation<>(new Outcome<>(work));
  }

  /// Does the work; [#run()] then tells.
  void compute() {
    outcome.compute();
  }

  private static final class Outcome<T> implements Callable<T> {
    private final Callable<T> work;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Outcome(Callable<T> work) {
      this.work = work;
    }

    void compute() {
      try {
        result = work.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }

    @Override
    public T call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof Exception exception) {
        throw exception;
      }
      return Objects.requireNonNull(result, "not computed");
    }
  }
}
