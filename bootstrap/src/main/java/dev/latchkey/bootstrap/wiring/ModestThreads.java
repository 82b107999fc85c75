package dev.latchkey.bootstrap.wiring;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/// Makes threads that Linux gives little of a busy processor, so that whoever answers requests
/// comes first. Elsewhere they are like all others: Java's own priorities mean nothing by default.
final class ModestThreads implements ThreadFactory {
  private static final int PRIO_PROCESS = 0;
  private static final int CALLING_THREAD = 0;
  private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

  private final int niceness;

  /// @param niceness from 0, like all others, to 19, only what nobody else wants
  ModestThreads(int niceness) {
    this.niceness = niceness;
  }

  @Override
  public Thread newThread(Runnable work) {
    return new Thread(() -> {
      SET_PRIORITY.ifPresent(this::yieldToOthers);
      work.run();
    });
  }

  private void yieldToOthers(MethodHandle setPriority) {
    try {
      // A refusal changes nothing but how the processor is shared out.
      var ignored = (int) setPriority.invokeExact(PRIO_PROCESS, CALLING_THREAD, niceness);
    } catch (Throwable e) {
      throw new LinkageError("setpriority", e);
    }
  }

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> setPriority() {
    // Elsewhere it would slow the whole process, not the thread.
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    var linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("setpriority")
        .map(address ->
            linker.downcallHandle(
                address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
  }
}
