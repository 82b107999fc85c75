package dev.latchkey.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import dev.latchkey.bootstrap.settings.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sends canaries through every journey of a service that runs as it is deployed, and looks for
/// them in everything that it wrote: its output, all files of its home that are logs, its figures.
@Timeout(300)
class CanaryTest {
  private static final Pattern HASH = Pattern.compile("\\$(argon2id|2[aby])\\$[^*]");
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{6,}");

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({"debug, json", "debug, text", "info, json", "info, text"})
  @Tag("C143")
  void noSecretIsWrittenAnywhere(String level, String format) throws Exception {
    var port = ServiceProcess.freePort();
    var settings =
        Map.of(
            "LATCHKEY_HOME",
            home.toString(),
            "LOG_LEVEL",
            level,
            "LOG_FORMAT",
            format,
            "ACCESS_LOG",
            "on",
            "MANAGEMENT_PORT",
            Integer.toString(port),
            "JWT_SECRET",
            Canaries.JWT_SECRET,
            "BOOTSTRAP_ADMIN_EMAIL",
            Canaries.ADMIN,
            "BOOTSTRAP_ADMIN_PASSWORD",
            Canaries.ADMIN_PASSWORD);
    var canaries = new Canaries();
    var users = Files.writeString(home.resolve("users.ndjson"), Canaries.toImport()).toString();
    String output;
    String imported;
    String figures;
    try (var service = ServiceProcess.start(settings)) {
      canaries.fly(service);
      imported = ServiceProcess.run(settings, "import-users", users);
      figures = service.browserOf(port).get("/metrics").body();
      service.close();
      output = service.output();
    }

    assertThat(output).contains("/auth/login", "127.0.0.0/24", "request_id");
    assertThat(output).contains("/auth/password/reset", "/auth/email/verify");
    assertThat(imported).contains("1 imported, 0 there already, 5 refused.");
    assertThat(canaries.all()).hasSizeGreaterThan(25);
    assertClean(output, canaries);
    assertClean(imported, canaries);
    assertClean(figures, canaries);
    for (var file : logs()) {
      assertClean(Files.readString(file), canaries);
    }
    if (format.equals(LogFormat.JSON.toString())) {
      assertIsJson(output);
    }
  }

  private void assertClean(String written, Canaries canaries) throws IOException {
    for (var canary : canaries.all()) {
      assertThat(lineOf(written, canary)).as(canary).isEmpty();
    }
    for (var name : List.of("password", "service-password")) {
      var password = Files.readString(home.resolve("postgres").resolve(name)).strip();
      assertThat(lineOf(written, password)).as(name).isEmpty();
    }
    assertThat(written).doesNotContainPattern(HASH).doesNotContainPattern(TOKEN);
  }

  /// The lines alone: the whole would tell nobody anything.
  private static List<String> lineOf(String written, String canary) {
    return written.lines().filter(line -> line.contains(canary)).limit(3).toList();
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      var logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      assertThat(logs).isNotEmpty();
      return logs;
    }
  }

  /// What the JVM itself says before anything of ours runs is its own.
  private static void assertIsJson(String output) throws IOException {
    var lines =
        output.lines().filter(line -> !line.startsWith("WARNING:") && !line.isBlank()).toList();
    assertThat(lines).hasSizeGreaterThan(20);
    for (var line : lines) {
      assertThat(line).startsWith("{");
      assertThat(new ObjectMapper().readTree(line).has("message")).as(line).isTrue();
    }
  }
}
