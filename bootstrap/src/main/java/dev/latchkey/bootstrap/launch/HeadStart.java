package dev.latchkey.bootstrap.launch;

import io.micronaut.context.ApplicationContext;
import io.netty.buffer.Unpooled;

/// What every start of the service needs and no setting decides, done beside what comes before it.
/// Without it all would be as it is, only a little later.
public final class HeadStart implements Runnable {
  /// The framework's event for the JVM's flight recorder. With the first of its kind the recorder
  /// reads what it knows of all events, which takes longer than the rest of a first request.
  static final String EVENT = "io.micronaut.http.server.netty.handler.Http1RequestEvent";

  /// The compiler of what runs often, as Linux calls its threads. Left alone it takes as much of
  /// the processor as the start itself. It stays behind requests later too: who may not raise a
  /// thread's priority cannot take this back.
  static final String COMPILER = "C2 Compiler";

  static final int NICENESS = 10;

  /// Begins, on a thread of its own.
  public static void begin() {
    Thread.ofPlatform().daemon().name("head-start").start(new HeadStart());
  }

  @Override
  public void run() {
    attempt(() -> Niceness.setForThreads(COMPILER, NICENESS));
    // The framework looks into every jar for its services, and remembers what it has found.
    attempt(ApplicationContext::builder);
    // The first memory outside the heap makes ready the foreign calls by which it is given back.
    attempt(() -> Unpooled.directBuffer(1).release());
    attempt(() -> Class.forName(EVENT));
  }

  private static void attempt(Step step) {
    try {
      step.take();
    } catch (Throwable cannot) {
      // Whoever needs it does it later.
    }
  }

  @FunctionalInterface
  private interface Step {
    void take() throws Throwable;
  }
}
