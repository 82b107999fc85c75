package dev.latchkey.bootstrap.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM that owns an embedded database until its input ends.
final class ServiceProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ServiceProcess(Process process) {
    this.process = process;
    output = process.inputReader(UTF_8);
  }

  static ServiceProcess start(Path home) throws IOException {
    return start(List.of(), classPath(), home);
  }

  /// Starts it as nobody, who can read nothing of this user's: it gets copies of all classes.
  static ServiceProcess startAsNobody(Path copies, Path home) throws IOException {
    var paths = new ArrayList<String>();
    for (var element : classPath().split(File.pathSeparator, -1)) {
      var copy = copies.resolve(String.valueOf(paths.size()));
      copy(Path.of(element), copy);
      paths.add(copy.toString());
    }
    return start(
        List.of("runuser", "-u", "nobody", "--"), String.join(File.pathSeparator, paths), home);
  }

  private static ServiceProcess start(List<String> prefix, String classPath, Path home)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, ServiceProcess.class.getName(), home.toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(home.toFile());
    return new ServiceProcess(builder.start());
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /// The next line that it prints.
  String line() throws IOException {
    return String.valueOf(output.readLine());
  }

  /// Ends it as a power cut would.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.outputWriter(UTF_8).close();
    process.onExit().join();
  }

  public static void main(String[] args) throws IOException {
    try (var database = EmbeddedDatabase.start(Path.of(args[0]))) {
      System.out.println(database.access().url());
      while (System.in.read() >= 0) {
        // The end of the input is the sign to end.
      }
    } catch (EmbeddedDatabaseFailure failure) {
      System.out.println(failure.getMessage());
    }
  }
}
