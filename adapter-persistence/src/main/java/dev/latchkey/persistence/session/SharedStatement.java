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
/// [#AT_ONCE] statements are on their way: then it waits, and goes with those that came meanwhile,
/// up to [#MOST_CALLS]. What a statement throws reaches everybody whom it was to serve.
///
/// Nobody sleeps until a time: that would cost a refresh a switch of threads more. Who has waited
/// too long is turned away when the next call comes or the next statement begins.
final class SharedStatement<Q, A> {
  /// Fewer mean more calls in each; with one, a connection that hangs would hold up everybody.
  private static final int AT_ONCE = 2;

  private static final int MOST_CALLS = 64;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Function<List<Q>, List<A>> statement;
  private final Duration patience;
  private final Queue<Call<Q, A>> waiting = new ArrayDeque<>();
  private int onTheirWay;

  /// @param statement answers what it is asked, in that order
  /// @param patience how long a call may wait for a statement to begin
  SharedStatement(Function<List<Q>, List<A>> statement, Duration patience) {
    this.statement = statement;
    this.patience = patience;
  }

  /// @param next what its caller does when woken: takes an answer, or runs the next statement
  private record Call<Q, A>(Q asked, long since, CompletableFuture<Supplier<A>> next) {
    static <Q, A> Call<Q, A> of(Q asked) {
      return new Call<>(asked, System.nanoTime(), new CompletableFuture<>());
    }
  }

  /// @throws Unavailable where no statement could begin in time
  A call(Q asked) {
    var call = Call.<Q, A>of(asked);
    return takesTurn(call) ? run(List.of(call)) : call.next.join().get();
  }

  /// Otherwise the call is among those that wait.
  private synchronized boolean takesTurn(Call<Q, A> call) {
    turnAwayTheLate();
    if (onTheirWay < AT_ONCE) {
      onTheirWay++;
      return true;
    }
    waiting.add(call);
    return false;
  }

  private void turnAwayTheLate() {
    for (var call = waiting.peek(); call != null && isLate(call); call = waiting.peek()) {
      waiting.remove();
      call.next.complete(() -> {
        throw new Unavailable(
            "the database cannot answer now",
            RETRY_AFTER,
            new TimeoutException("no statement began"));
      });
    }
  }

  private boolean isLate(Call<Q, A> call) {
    return System.nanoTime() - call.since > patience.toNanos();
  }

  /// Runs in the thread of the first.
  private A run(List<Call<Q, A>> calls) {
    try {
      var answers = answers(calls);
      for (var i = 0; i < calls.size(); i++) {
        var answer = answers.get(i);
        calls.get(i).next.complete(() -> answer);
      }
      return answers.getFirst();
    } catch (Throwable e) {
      calls.forEach(call -> call.next.completeExceptionally(e));
      throw e;
    }
  }

  private List<A> answers(List<Call<Q, A>> calls) {
    try {
      return statement.apply(calls.stream().map(Call::asked).toList());
    } finally {
      passOn();
    }
  }

  private void passOn() {
    var calls = nextCalls();
    if (!calls.isEmpty()) {
      calls.getFirst().next.complete(() -> run(calls));
    }
  }

  private synchronized List<Call<Q, A>> nextCalls() {
    turnAwayTheLate();
    var calls = new ArrayList<Call<Q, A>>();
    while (calls.size() < MOST_CALLS && !waiting.isEmpty()) {
      calls.add(waiting.remove());
    }
    if (calls.isEmpty()) {
      onTheirWay--;
    }
    return calls;
  }
}
