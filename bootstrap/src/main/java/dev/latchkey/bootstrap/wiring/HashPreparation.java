package dev.latchkey.bootstrap.wiring;

import java.util.concurrent.ThreadFactory;

/// Makes password hashing ready: to try the implementations and to have the best one compiled takes
/// more of the processor than all the rest of the start, which is to be over first.
///
/// @param task does nothing where it has been done
public record HashPreparation(Runnable task, ThreadFactory threads) {

  /// Begins, on a thread of its own.
  public void start() {
    var thread = threads.newThread(task);
    thread.setName("password-preparing");
    thread.setDaemon(true);
    thread.start();
  }
}
