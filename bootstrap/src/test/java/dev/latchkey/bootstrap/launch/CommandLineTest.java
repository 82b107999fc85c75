package dev.latchkey.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CommandLineTest {
  private static final CommandLine LINE =
      new CommandLine(
          Path.of("/usr/bin/java"),
          List.of("java", "-Xmx1g", "-jar", "latchkey.jar", "migrate", "-Xshare:off"),
          List.of("HOME=/home/ann", "JAVA_TOOL_OPTIONS=-Xss1m", "JDK_JAVA_OPTIONS=-XX:+UseZGC"));

  @Test
  void putsMoreFlagsInFrontSoThatThoseOfTheOperatorWin() {
    assertThat(LINE.with(List.of("-Xmx2g", "-Xms1m")))
        .containsExactly(
            "java", "-Xmx2g", "-Xms1m", "-Xmx1g", "-jar", "latchkey.jar", "migrate", "-Xshare:off");
  }

  @Test
  void knowsAllThatTheJvmWasToldAndNothingElse() {
    assertThat(LINE.toldToJava("Main"))
        .contains("-Xmx1g", "-Xss1m", "-XX:+UseZGC")
        .doesNotContain("migrate", "-Xshare", "ann");
  }

  @Test
  void knowsWhereTheArgumentsOfTheServiceBegin() {
    var line =
        new CommandLine(LINE.program(), List.of("java", "-cp", "x", "Main", "-Xa"), List.of());

    assertThat(line.toldToJava("Main")).contains("-cp").doesNotContain("-Xa");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsThoseOfThisProcess() throws IOException {
    var line = CommandLine.ofProcess();

    assertThat(line.program()).isAbsolute().isExecutable();
    assertThat(line.arguments().getFirst()).endsWith("java");
    assertThat(line.environment()).anyMatch(variable -> variable.startsWith("PATH="));
  }
}
