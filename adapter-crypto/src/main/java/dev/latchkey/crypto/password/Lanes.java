package dev.latchkey.crypto.password;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntPredicate;

/// Two bounded queues that workers empty together: checks come first seven times in ten, new hashes
/// the other three, and whoever has nothing waiting leaves its turn to the other. So neither can
/// starve the other, and neither can fill the other's places.
final class Lanes {
  private static final int TURNS = 10;
  private static final int TURNS_OF_CHECKS = 7;

  private final Queue<Computation<?>> checks = new ArrayDeque<>();
  private final Queue<Computation<?>> hashes = new ArrayDeque<>();
  private final int places;
  private final IntPredicate inTime;
  private int turn;
  private boolean closed;

  /// @param places of each queue
  /// @param inTime whether it is of use to wait behind so many others
  Lanes(int places, IntPredicate inTime) {
    this.places = places;
    this.inTime = inTime;
  }

  boolean offerCheck(Computation<?> task) {
    return offer(checks, task);
  }

  boolean offerHash(Computation<?> task) {
    return offer(hashes, task);
  }

  synchronized boolean hasRoomForCheck() {
    return hasRoom(checks);
  }

  private boolean hasRoom(Queue<Computation<?>> lane) {
    return !closed && lane.size() < places && inTime.test(lane.size());
  }

  private synchronized boolean offer(Queue<Computation<?>> lane, Computation<?> task) {
    var hasRoom = hasRoom(lane) && lane.add(task);
    if (hasRoom) {
      notify();
    }
    return hasRoom;
  }

  /// Takes back a task that nobody has begun, and frees its place.
  synchronized boolean remove(Computation<?> task) {
    return checks.remove(task) || hashes.remove(task);
  }

  /// The next task, once there is one; empty once closed.
  synchronized Optional<Computation<?>> take() throws InterruptedException {
    while (!closed && checks.isEmpty() && hashes.isEmpty()) {
      wait();
    }
    turn = (turn + 1) % TURNS;
    var checksFirst = turn < TURNS_OF_CHECKS;
    var next = checksFirst ? checks.poll() : hashes.poll();
    return Optional.ofNullable(next != null ? next : checksFirst ? hashes.poll() : checks.poll());
  }

  synchronized int size() {
    return checks.size() + hashes.size();
  }

  /// Lets nothing in any more and cancels what waits.
  synchronized void close() {
    closed = true;
    checks.forEach(task -> task.cancel(false));
    hashes.forEach(task -> task.cancel(false));
    checks.clear();
    hashes.clear();
    notifyAll();
  }
}
