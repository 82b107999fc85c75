package dev.latchkey.bootstrap.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The processes of the embedded PostgreSQL of a home.
record Server(Path home) {

  /// Ends the first process of the server at once, as the kernel does where memory is short.
  void kill() {
    var first = first();
    first.destroyForcibly();
    // Not its burial: in a container the first process may bury nobody.
    while (first.isAlive() && !isDefunct(first.pid())) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static boolean isDefunct(long pid) {
    try {
      return Files.readString(Path.of("/proc/%d/stat".formatted(pid))).contains(") Z");
    } catch (IOException buriedOrElsewhere) {
      return false;
    }
  }

  /// Whether it runs.
  boolean isRunning() {
    return Files.exists(note())
        && ProcessHandle.of(pid()).filter(ProcessHandle::isAlive).isPresent();
  }

  /// Makes all of its processes stand still.
  void freeze() {
    signal("STOP");
  }

  /// Lets them go on.
  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    Stream.concat(Stream.of(first()), first().descendants())
        .forEach(process -> send(name, process.pid()));
  }

  private static void send(String signal, long pid) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessHandle first() {
    return ProcessHandle.of(pid()).orElseThrow();
  }

  private long pid() {
    try {
      return Long.parseLong(Files.readAllLines(note()).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path note() {
    return home.resolve("postgres/data/postmaster.pid");
  }
}
