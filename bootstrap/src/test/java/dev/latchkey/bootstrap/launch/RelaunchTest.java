package dev.latchkey.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Launcher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own, which waits for a database that nobody starts.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class RelaunchTest {
  private static final int TERMINATED = 143;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String MARK = "-Dlatchkey.launched=true";

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(process -> process.destroyForcibly().onExit().join());
  }

  @Test
  void givesTheSameProcessTheFlagsBesideThoseOfItsOperator() throws Exception {
    var process = start(Map.of(), "-Xmx77m", "-XX:+PrintFlagsFinal");

    assertThat(arguments(process)).containsSubsequence(MARK, "-XX:+UseSerialGC", "-Xmx77m", "-cp");
    assertThat(arguments(process)).filteredOn(MARK::equals).hasSize(1);
    assertThat(output()).containsPattern("MaxHeapSize +=  *%d ".formatted(78 << 20));
    assertThat(output()).containsPattern("UseSerialGC  +=  *true ");
  }

  @Test
  void leavesItsSignalsAsTheyWere() throws Exception {
    var process = start(Map.of());

    signal(process, "QUIT");
    awaitOutput(process, "Full thread dump");
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(TERMINATED);
  }

  @Test
  void leavesTheJvmAloneWhereItIsToldTo() throws Exception {
    var process = start(Map.of("JVM_FLAGS", "off"));

    assertThat(arguments(process)).doesNotContain(MARK);
  }

  @Test
  void goesByTheVariablesOfJava() throws Exception {
    var process = start(Map.of("JDK_JAVA_OPTIONS", "-XX:+UseParallelGC"));

    assertThat(arguments(process)).contains(MARK).doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  void ignoresACacheThatDoesNotFit() throws Exception {
    var jar = jar();
    Files.writeString(folder.resolve("latchkey.aot"), "of another Java");

    var process = launch(Map.of(), "-jar", jar.toString());

    assertThat(arguments(process)).contains("-XX:AOTCache=" + folder.resolve("latchkey.aot"));
    assertThat(output()).hasLineCount(1);
  }

  private Process start(Map<String, String> environment, String... flags) throws Exception {
    var arguments = new ArrayList<>(List.of(flags));
    arguments.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
    return launch(environment, arguments.toArray(String[]::new));
  }

  private Process launch(Map<String, String> environment, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("LATCHKEY_ENV", "dev");
    builder.environment().put("DATABASE_URL", "postgresql://ann:secret@127.0.0.1:1/auth");
    var process = builder.start();
    processes.add(process);
    awaitOutput(process, "Waiting for the database");
    return process;
  }

  private void awaitOutput(Process process, String text) throws Exception {
    while (!output().contains(text)) {
      assertThat(process.isAlive()).as(output()).isTrue();
      Thread.sleep(PAUSE);
    }
  }

  /// As the build makes it, but for where the classes are.
  private Path jar() throws IOException {
    var classPath = new ArrayList<String>();
    for (var path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      classPath.add(Path.of(path).toUri().toString());
    }
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
    manifest.getMainAttributes().putValue("Enable-Native-Access", "ALL-UNNAMED");
    var jar = folder.resolve("latchkey.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  private static void signal(Process process, String name) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static List<String> arguments(Process process) throws IOException {
    var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    return List.of(line.split("\0", -1));
  }

  private String output() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolve("output");
  }
}
