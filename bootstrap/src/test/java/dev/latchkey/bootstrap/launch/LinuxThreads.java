package dev.latchkey.bootstrap.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What Linux says of this JVM's threads.
public final class LinuxThreads {
  /// Of what follows the name, which is in brackets and may hold anything.
  private static final int NICENESS = 16;

  private LinuxThreads() {}

  /// That of the thread that calls.
  public static int niceness() throws IOException {
    return niceness(Path.of("/proc/thread-self"));
  }

  /// That of each thread whose name begins so.
  static List<Integer> nicenessOf(String name) throws IOException {
    var found = new ArrayList<Integer>();
    try (var threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (var thread : threads) {
        try {
          if (Files.readString(thread.resolve("comm")).startsWith(name)) {
            found.add(niceness(thread));
          }
        } catch (IOException ended) {
          // It is not among the living.
        }
      }
    }
    return found;
  }

  private static int niceness(Path thread) throws IOException {
    var stat = Files.readString(thread.resolve("stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICENESS]);
  }
}
