package dev.latchkey.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.domain.port.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedStatementTest {
  private static final int MISSING = 7;

  private final List<List<Integer>> statements = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Semaphore gate = new Semaphore(0);
  private final SharedStatement<Integer, Integer> shared =
      new SharedStatement<>(this::squares, Duration.ofMinutes(1));

  @AfterEach
  void endAll() throws InterruptedException {
    open();
    for (var thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void runsTwoStatementsAtOnceEachForOneCall() throws Exception {
    var first = begin(shared, 2);
    var second = begin(shared, 3);
    open();

    assertThat(List.of(first.get(), second.get())).containsExactly(4, 9);
    assertThat(statements).containsExactlyInAnyOrder(List.of(2), List.of(3));
  }

  @Test
  void sharesTheNextStatementAmongAllThatCameMeanwhile() throws Exception {
    occupy(shared);
    var waiting = IntStream.range(10, 20).mapToObj(number -> wait(shared, number)).toList();
    gate.release();
    await().until(() -> statements.size() == 3);
    open();

    for (var i = 0; i < waiting.size(); i++) {
      assertThat(waiting.get(i).get()).isEqualTo((10 + i) * (10 + i));
    }
    assertThat(statements.get(2)).containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    assertThat(statements).hasSize(3);
  }

  @Test
  void sharesAStatementAmongNoMoreThan64() throws Exception {
    occupy(shared);
    var waiting = IntStream.range(10, 110).mapToObj(number -> wait(shared, number)).toList();
    open();

    for (var call : waiting) {
      call.get();
    }
    assertThat(statements.subList(2, 4)).extracting(List::size).containsExactlyInAnyOrder(64, 36);
  }

  @Test
  void tellsEverybodyWhomAStatementWasToServeThatItFailed() throws Exception {
    occupy(shared);
    var waiting = List.of(wait(shared, -1), wait(shared, 11), wait(shared, 12));
    open();

    assertThat(waiting)
        .allSatisfy(call ->
            assertThatThrownBy(call::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("negative"));
    assertBothTurnsAreFree(shared);
  }

  @Test
  void turnsAwayWhoHasWaitedTooLongWhenTheNextStatementBegins() throws Exception {
    var impatient = impatient();
    occupy(impatient);
    var late = wait(impatient, 10);
    open();

    assertThatThrownBy(late::get).hasCauseInstanceOf(Unavailable.class);
    assertThat(statements).doesNotContain(List.of(10));
    assertBothTurnsAreFree(impatient);
  }

  @Test
  void turnsAwayWhoHasWaitedTooLongWhenAnotherComes() throws Exception {
    var impatient = impatient();
    occupy(impatient);
    var late = wait(impatient, 10);
    wait(impatient, 11);

    assertThatThrownBy(late::get).hasCauseInstanceOf(Unavailable.class);
  }

  @Test
  void tellsThoseWhoseAnswerIsMissing() throws Exception {
    occupy(shared);
    var waiting = List.of(wait(shared, 10), wait(shared, 11), wait(shared, MISSING));
    open();

    assertThat(waiting.get(1).get()).isEqualTo(121);
    assertThatThrownBy(waiting.get(2)::get).isInstanceOf(ExecutionException.class);
    assertBothTurnsAreFree(shared);
  }

  private SharedStatement<Integer, Integer> impatient() {
    return new SharedStatement<>(this::squares, Duration.ofNanos(-1));
  }

  private void assertBothTurnsAreFree(SharedStatement<Integer, Integer> shared)
      throws InterruptedException {
    endAll();
    gate.drainPermits();
    occupy(shared);
  }

  private List<Integer> squares(List<Integer> numbers) {
    statements.add(numbers);
    gate.acquireUninterruptibly();
    if (numbers.stream().anyMatch(number -> number < 0)) {
      throw new IllegalStateException("negative");
    }
    return numbers.stream()
        .takeWhile(number -> number != MISSING)
        .map(number -> number * number)
        .toList();
  }

  private void open() {
    gate.release(1_000);
  }

  /// Two statements on their way, as many as may be.
  private void occupy(SharedStatement<Integer, Integer> shared) {
    begin(shared, 0);
    begin(shared, 1);
  }

  private FutureTask<Integer> begin(SharedStatement<Integer, Integer> shared, int number) {
    var begun = statements.size();
    var call = start(() -> shared.call(number));
    await().pollInterval(Duration.ofMillis(1)).until(() -> statements.size() > begun);
    return call;
  }

  private FutureTask<Integer> wait(SharedStatement<Integer, Integer> shared, int number) {
    var call = start(() -> shared.call(number));
    awaitWaiting();
    return call;
  }

  private void awaitWaiting() {
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> threads.getLast().getState() == Thread.State.WAITING);
  }

  private FutureTask<Integer> start(Callable<Integer> call) {
    var task = new FutureTask<>(call);
    threads.add(Thread.ofPlatform().daemon().start(task));
    return task;
  }
}
