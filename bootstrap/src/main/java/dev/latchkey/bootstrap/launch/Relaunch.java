package dev.latchkey.bootstrap.launch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Gives a JVM that was started without them the flags that suit the service. A jar cannot carry
/// them: so, on Linux, the process replaces its program by the same one with more arguments. It
/// stays the same process, with its number, its streams, its environment and its directory, and
/// nobody has to wait on another one, forward signals to it, or find it orphaned.
///
/// Where that cannot be done the service runs as it was started, only slower.
public final class Relaunch implements Runnable {
  private static final String SWITCH = "JVM_FLAGS";
  private static final String PROPERTY = "latchkey.jvm-flags";
  private static final String OFF = "off";

  /// Comes back where there is nothing to do, or it cannot be done.
  @Override
  public void run() {
    if (isWanted()) {
      try {
        relaunch();
      } catch (Throwable cannot) {
        // Nothing has changed.
      }
    }
  }

  private static boolean isWanted() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty(JvmFlags.MARK) == null
        && !OFF.equals(System.getProperty(PROPERTY))
        && !OFF.equals(System.getenv(SWITCH));
  }

  private static void relaunch() throws Throwable {
    var line = CommandLine.ofProcess();
    // Another program may have a JVM in it.
    if (!line.program().endsWith("java")) {
      return;
    }
    var flags = new JvmFlags(line.toldToJava("dev.latchkey.bootstrap.Launcher"));
    if (flags.canBeGiven()) {
      var cache = AotCache.ofProcess();
      var wanted =
          flags.wanted(
              Runtime.getRuntime().availableProcessors(),
              cache != null && cache.isTrusted() ? cache.file() : null);
      execute(line.program().toString(), line.with(wanted), line.environment());
    }
  }

  private static void execute(String program, List<String> arguments, List<String> environment)
      throws Throwable {
    var linker = Linker.nativeLinker();
    var execve =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("execve"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    try (var arena = Arena.ofConfined()) {
      var _ =
          (int)
              execve.invokeExact(
                  string(arena, program), strings(arena, arguments), strings(arena, environment));
    }
  }

  private static MemorySegment strings(Arena arena, List<String> strings) {
    var pointers = arena.allocate(ADDRESS, strings.size() + 1L);
    for (var i = 0; i < strings.size(); i++) {
      pointers.setAtIndex(ADDRESS, i, string(arena, strings.get(i)));
    }
    return pointers;
  }

  private static MemorySegment string(Arena arena, String string) {
    return arena.allocateFrom(string, ISO_8859_1);
  }
}
