package dev.latchkey.bootstrap.launch;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// How much of a busy processor Linux gives a thread: from 0, like all others, to 19, only what
/// nobody else wants. Elsewhere nothing changes: Java's own priorities mean nothing by default.
public final class Niceness {
  private static final int PRIO_PROCESS = 0;
  private static final int CALLING_THREAD = 0;
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

  private Niceness() {}

  /// Sets that of the thread that calls.
  public static void setForThisThread(int niceness) {
    set(CALLING_THREAD, niceness);
  }

  /// Sets that of the threads that run now; others have that of the thread that starts them.
  ///
  /// @param name how their names begin
  static void setForThreads(String name, int niceness) throws IOException {
    try (var threads = Files.newDirectoryStream(THREADS)) {
      for (var thread : threads) {
        if (isCalled(name, thread)) {
          set(Integer.parseInt(thread.getFileName().toString()), niceness);
        }
      }
    }
  }

  private static boolean isCalled(String name, Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).startsWith(name);
    } catch (IOException ended) {
      return false;
    }
  }

  private static void set(int thread, int niceness) {
    if (SET_PRIORITY.isPresent()) {
      try {
        // A refusal changes nothing but how the processor is shared out.
        var ignored = (int) SET_PRIORITY.get().invokeExact(PRIO_PROCESS, thread, niceness);
      } catch (Throwable e) {
        throw new LinkageError("setpriority", e);
      }
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
