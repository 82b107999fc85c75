package dev.latchkey.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a server notes of itself in `postmaster.pid` for as long as it runs; after a crash the note
/// stays behind.
record PidFile(long pid, int port) {
  private static final int PORT_LINE = 3;

  static Path in(ServerFiles files) {
    return files.data().resolve("postmaster.pid");
  }

  /// The note, where there is one and it is complete.
  static Optional<PidFile> read(ServerFiles files) throws IOException {
    var file = in(files);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    try {
      return lines.size() > PORT_LINE
          ? Optional.of(
              new PidFile(
                  Long.parseLong(lines.getFirst().strip()),
                  Integer.parseInt(lines.get(PORT_LINE).strip())))
          : Optional.empty();
    } catch (NumberFormatException beingWritten) {
      return Optional.empty();
    }
  }

  /// Whether the process of that number is, as far as the system tells, the server of this data.
  /// The number alone proves nothing: after a reboot, or in a new container, it is soon another's.
  boolean isAlive(ServerFiles files) {
    return ProcessHandle.of(pid)
        .filter(process -> process.isAlive() && !isDefunct())
        .map(ProcessHandle::info)
        .filter(info -> info.arguments().map(all -> names(all, files)).orElse(true))
        .isPresent();
  }

  /// Whether it is dead but still has its number, as in a container whose first process buries
  /// nobody.
  private boolean isDefunct() {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException elsewhere) {
      return false;
    }
  }

  /// Whether any process has that number.
  boolean isTaken() {
    return ProcessHandle.of(pid).isPresent();
  }

  private static boolean names(String[] arguments, ServerFiles files) {
    return String.join(" ", arguments).contains(files.data().toString());
  }
}
