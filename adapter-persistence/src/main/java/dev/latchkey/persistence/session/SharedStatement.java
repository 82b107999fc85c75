package dev.latchkey.persistence.session;

import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Lets calls share a statement, its round trip and its commit. A call runs at once, alone, unless
/// [#AT_ONCE] statements are on their way: then it waits, and goes with all others that came
/// meanwhile. What a statement throws reaches everybody whom it was to serve.
final class SharedStatement<Q, A> {
  /// Fewer mean more calls in each; with one, a connection that hangs would hold up everybody.
  private static final int AT_ONCE = 2;

  private static final int MOST_CALLS = 64;

  private final Function<List<Q>, List<A>> statement;
  private final Duration patience;
  private final Queue<Call<Q, A>> waiting = new ArrayDeque<>();
  private int onTheirWay;

  /// @param statement answers what it is asked, in that order
  /// @param patience who has waited longer when the next statement begins is turned away. Nobody
  ///   looks at a clock before: timed waits would cost a refresh a switch of threads more.
  SharedStatement(Function<List<Q>, List<A>> statement, Duration patience) {
    this.statement = statement;
    this.patience = patience;
  }

  /// @param next what its caller does when woken: takes an answer, or runs the next statement
  private record Call<Q, A>(Q asked, long since, CompletableFuture<Supplier<A>> next) {

    private static <Q, A> Call<Q, A> of(Q asked) {
      return new Call<>(asked, System.nanoTime(), new CompletableFuture<>());
    }
  }

  /// @throws Unavailable where no statement could begin in time
  A call(Q asked) {
    var call = Call.<Q, A>of(asked);
    return begins(call) ? run(List.of(call)) : call.next.join().get();
  }

  private synchronized boolean begins(Call<Q, A> call) {
    if (onTheirWay < AT_ONCE) {
      onTheirWay++;
      return true;
    }
    waiting.add(call);
    return false;
  }

  /// Runs in the thread of the first.
  private A run(List<Call<Q, A>> calls) {
    List<A> answers;
    try {
      answers = statement.apply(calls.stream().map(Call::asked).toList());
    } catch (RuntimeException | Error e) {
      calls.forEach(call ->
          call.next.complete(() -> {
            throw e;
          }));
      throw e;
    } finally {
      passOn();
    }
    for (var i = 1; i < calls.size(); i++) {
      var answer = answers.get(i);
      calls.get(i).next.complete(() -> answer);
    }
    return answers.getFirst();
  }

  private void passOn() {
    var calls = nextCalls();
    if (!calls.isEmpty()) {
      calls.getFirst().next.complete(() -> run(calls));
    }
  }

  private synchronized List<Call<Q, A>> nextCalls() {
    var calls = new ArrayList<Call<Q, A>>();
    while (calls.size() < MOST_CALLS && !waiting.isEmpty()) {
      var call = waiting.remove();
      if (System.nanoTime() - call.since <= patience.toNanos()) {
        calls.add(call);
      } else {
        call.next.complete(() -> {
          throw new Unavailable(
              "the database cannot answer now",
              patience,
              new TimeoutException("no statement began"));
        });
      }
    }
    if (calls.isEmpty()) {
      onTheirWay--;
    }
    return calls;
  }
}
