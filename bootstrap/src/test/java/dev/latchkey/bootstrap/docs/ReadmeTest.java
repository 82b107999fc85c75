package dev.latchkey.bootstrap.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Runs the walk through the README as a reader would: all of its commands, in one shell.
///
/// Each answer is compared with the block that follows the commands, in which `…` stands for
/// anything and a line that begins with a space goes on with the one before.
@TestInstance(Lifecycle.PER_CLASS)
class ReadmeTest {
  private static final String DIVIDER = "-- end of block --";

  private MarkdownPage readme;
  private List<String> answers;
  private List<String> statuses;

  @BeforeAll
  void walkThrough(@TempDir Path folder) throws Exception {
    readme = MarkdownPage.read(Path.of("..", "README.md"));
    assumeTrue(File.separatorChar == '/', "The README's commands are for bash.");
    try (var service = RunningService.start(folder)) {
      run(service, folder);
    }
  }

  @Test
  void everyCommandAnswersAsTheReadmeShows() {
    var expected = readme.blocks("json");

    assertThat(answers).hasSameSizeAs(expected).hasSize(5);
    assertThat(answers)
        .zipSatisfy(
            expected, (answer, shown) -> assertThat(answer.replace("\n", "")).matches(form(shown)));
  }

  @Test
  void everyCallHasTheStatusThatFits() {
    assertThat(statuses)
        .containsExactly("201", "200", "200", "200", "200", "401", "200", "200", "200");
  }

  @Test
  void theWalkThroughUsesNothingButTheShellAndCurl() {
    var commands = String.join("", readme.blocks("bash"));

    assertThat(commands).doesNotContain("jq ", "python");
  }

  private void run(RunningService service, Path folder) throws IOException, InterruptedException {
    var script = folder.resolve("walk.sh");
    Files.writeString(script, script(service));
    // Has curl tell the status of each answer beside its body.
    Files.writeString(folder.resolve(".curlrc"), "write-out = \"%{stderr}%{http_code}\\n\"\n");
    standInForMaven(folder.resolve("bin"));
    var errors = folder.resolve("errors.txt");
    var builder = new ProcessBuilder("bash", "-eu", "-o", "pipefail", script.toString());
    builder.directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(service.environment());
    builder.environment().put("CURL_HOME", folder.toString());
    builder.environment().put("no_proxy", "*");
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    answers = List.of(output.split(DIVIDER + "\n", -1)).subList(0, readme.blocks("bash").size());
    statuses = Files.readAllLines(errors).stream().filter(line -> line.matches("\\d{3}")).toList();
  }

  private String script(RunningService service) {
    return readme.blocks("bash").stream()
        .map(block -> block.replace("http://localhost:8080", service.url()))
        .map(block -> block + "echo '" + DIVIDER + "'\n")
        .collect(Collectors.joining());
  }

  /// Runs the command that Maven is asked to run, without building what is being tested just now.
  private static void standInForMaven(Path bin) throws IOException {
    Files.createDirectory(bin);
    var launch =
        RunningService.command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    var script =
        """
        #!/bin/sh
        test "$1 $2" = "-q -Prun" || exit 64
        exec %s ${3#-Dlatchkey.args=}
        """
            .formatted(launch);
    var maven = Files.writeString(bin.resolve("mvn"), script);
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
  }

  private static String form(String shown) {
    var pieces = shown.replace("\n ", "").replace("\n", "").split("…", -1);
    return IntStream.range(0, pieces.length)
        .mapToObj(i -> Pattern.quote(pieces[i]))
        .collect(Collectors.joining(".*"));
  }
}
