package dev.latchkey.bootstrap.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs `initdb` and `pg_ctl`. PostgreSQL refuses to run as root, so as root they run in a user
/// namespace of their own, where they are nobody; the files still belong to root.
final class ServerPrograms {
  private static final List<String> AS_NOBODY = List.of("unshare", "-U");

  private final ServerFiles files;
  private final Path programs;

  ServerPrograms(ServerFiles files, Path programs) {
    this.files = files;
    this.programs = programs;
  }

  /// Makes an empty cluster, whole or not at all. Nobody gets in without the password.
  void initialise() throws IOException {
    var draft = files.folder().resolve("data.new");
    ServerArchive.delete(draft);
    run(
        "initdb",
        "--pgdata=" + draft,
        "--username=" + Login.SUPERUSER,
        "--pwfile=" + files.password(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions");
    Files.move(draft, files.data());
  }

  /// Starts the server in a session of its own, so that a Ctrl-C at the terminal does not reach it,
  /// and waits until it answers.
  void start() throws IOException {
    Files.deleteIfExists(files.serverLog());
    run(
        "pg_ctl",
        "start",
        "-w",
        "-t",
        "300",
        "-D",
        files.data().toString(),
        "-l",
        files.serverLog().toString());
  }

  /// Ends the server in good order: connections are cut, everything is written.
  void stop() throws IOException {
    run("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", files.data().toString());
  }

  private void run(String program, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      requireNamespaces();
      command.addAll(AS_NOBODY);
    }
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    var status = run(command);
    if (status != 0) {
      throw new ServerProgramFailure(program, output());
    }
  }

  private String output() throws IOException {
    var server = files.serverLog();
    return Files.readString(files.startLog())
        + (Files.exists(server) ? Files.readString(server) : "");
  }

  private int run(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command);
    // Settings of other PostgreSQL tools on this machine are not ours.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    builder.directory(files.folder().toFile());
    builder.redirectErrorStream(true);
    // No pipe: the server would keep it open for as long as it lives.
    builder.redirectOutput(files.startLog().toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    try {
      return builder.start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedDatabaseFailure(
          "Interrupted while the embedded PostgreSQL was handled.", e);
    }
  }

  private static File nothing() {
    return new File(Files.exists(Path.of("/dev/null")) ? "/dev/null" : "NUL");
  }

  private void requireNamespaces() {
    var probe = new ArrayList<>(AS_NOBODY);
    probe.add("true");
    if (runs(probe)) {
      return;
    }
    throw new EmbeddedDatabaseFailure(
        "PostgreSQL does not run as root, and this system lets root make no user namespace."
            + " Start Latchkey as an ordinary user, or set DATABASE_URL.");
  }

  private boolean runs(List<String> command) {
    try {
      return run(command) == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
