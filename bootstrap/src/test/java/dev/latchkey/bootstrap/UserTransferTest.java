package dev.latchkey.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.admin.FindUsers;
import dev.latchkey.application.session.LogIn;
import dev.latchkey.bootstrap.command.ExportUsersCommand;
import dev.latchkey.bootstrap.command.ImportUsersCommand;
import dev.latchkey.bootstrap.command.Latchkey;
import dev.latchkey.bootstrap.command.Preparation;
import dev.latchkey.bootstrap.command.Streams;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import dev.latchkey.bootstrap.key.KeyKeeper;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.settings.SettingsReading;
import dev.latchkey.bootstrap.settings.Sources;
import dev.latchkey.bootstrap.wiring.Context;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.RawPassword;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Users on their way from one system to the other, through the commands and a real PostgreSQL.
class UserTransferTest {
  private static final Path GUIDE = Path.of("..", "docs", "migrating.md");
  private static final Pattern SAMPLE = Pattern.compile("(?s)```json\\n(.*?)```");

  @TempDir private static Path home;
  @TempDir private static Path otherHome;
  private static EmbeddedDatabase database;

  @TempDir Path folder;
  private final StringWriter printed = new StringWriter();
  private final StringWriter complained = new StringWriter();
  private final PrintStream standardOutput = System.out;

  @BeforeAll
  static void startDatabase() {
    database = EmbeddedDatabase.start(home);
  }

  @AfterAll
  static void stopDatabase() {
    database.close();
  }

  @AfterEach
  void restoreStandardOutput() {
    System.setOut(standardOutput);
  }

  /// Every line that the guide shows is one that a system's own hash was put into.
  @Test
  void whoeverComesFromASystemOfTheGuideLogsInWithTheOldPassword() throws IOException {
    var passwords =
        Map.of(
            "fastapi@example.org", "password",
            "keycloak@example.org", "password",
            "keycloak-argon2@example.org", "password",
            "auth0@example.org", "abc",
            "django@example.org", "lètmein",
            "spring@example.org", "abc");
    var samples =
        SAMPLE.matcher(Files.readString(GUIDE)).results().map(result -> result.group(1)).toList();
    assertThat(samples).hasSize(passwords.size());

    var status = run("import-users", file(String.join("", samples)));

    assertThat(printed.toString()).endsWith("6 imported, 0 there already, 0 refused.\n");
    assertThat(status).isZero();
    try (var context = Context.open(settings(database), database.access())) {
      context.getBean(KeyKeeper.class).start();
      var logIn = context.getBean(LogIn.class);
      passwords.forEach((email, password) -> {
        assertThat(logIn.logIn(email, new RawPassword(password), Origin.UNKNOWN))
            .as(email)
            .isInstanceOf(LogIn.LoggedIn.class);
        assertThat(logIn.logIn(email, new RawPassword(password + "x"), Origin.UNKNOWN))
            .as(email)
            .isNotInstanceOf(LogIn.LoggedIn.class);
      });
    }
  }

  @Test
  void saysOfEachLineWhatBecameOfItAndGoesOn() throws IOException {
    var report = folder.resolve("report");
    var file =
        file(
            """
            {"email": "one@lines.example"}
            {"email": "two@lines.example", "role": "superuser"}
            {"email": "ONE@lines.example"}
            {"email": "nobody"}
            {"email": "three@lines.example"

            {"email": "four@lines.example", "password_hash": "5f4dcc3b5aa765d61d8327deb882cf99"}
            {"name": "%s"}
            {"email": "five@lines.example"}
            """
                .formatted("x".repeat(1 << 20)));

    assertThat(run("import-users", "--report", report.toString(), file)).isEqualTo(1);

    assertThat(printed.toString().lines())
        .containsExactly(
            "line 2: refused - role: There is no such role here; see ROLES.",
            "line 3: refused ONE@lines.example - email: The same as on line 1.",
            "line 4: refused - email: Not an e-mail address.",
            "line 5: refused - line: Not well-formed JSON, or a member given twice.",
            "line 7: refused - password_hash: Of a kind that is not known here, malformed, or beyond"
                + " the bounds: nobody could log in with it. Leave it out to let the user reset the"
                + " password.",
            "line 8: refused - line: Longer than 64 KiB.",
            "2 imported, 0 there already, 6 refused.");
    assertThat(Files.readAllLines(report))
        .hasSize(8)
        .startsWith("line 1: imported one@lines.example")
        .endsWith("line 9: imported five@lines.example");
    assertThat(complained.toString()).contains("100 %");
  }

  @Test
  void anImportThatIsRunAgainGoesOnWhereItWasCutOff() throws IOException {
    var lines =
        IntStream.range(0, 700)
            .mapToObj("{\"email\": \"user%d@again.example\"}\n"::formatted)
            .toList();
    run("import-users", file(String.join("", lines.subList(0, 600))));
    printed.getBuffer().setLength(0);

    assertThat(run("import-users", file(String.join("", lines)))).isZero();

    assertThat(printed.toString())
        .contains("line 1: skipped user0@again.example is there already\n")
        .endsWith("100 imported, 600 there already, 0 refused.\n");
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    var file = file("{\"email\": \"dry@run.example\"}\n");

    assertThat(run("import-users", "--dry-run", file)).isZero();
    assertThat(printed.toString())
        .isEqualTo("Dry run, nothing was changed: 1 imported, 0 there already, 0 refused.\n");
    printed.getBuffer().setLength(0);

    assertThat(run("import-users", file)).isZero();
    assertThat(printed.toString()).isEqualTo("1 imported, 0 there already, 0 refused.\n");
  }

  @Test
  void readsStandardInput() {
    assertThat(runOn(database, "{\"email\": \"in@put.example\"}", "import-users", "-")).isZero();

    assertThat(printed.toString()).isEqualTo("1 imported, 0 there already, 0 refused.\n");
  }

  @Test
  void whatIsExportedHereIsTheSameOnceItWasImportedThere() throws IOException {
    run(
        "import-users",
        file(
            """
            {"email": "Zoe@Round.Example", "username": "zoe", "name": "Zoë \\"Z\\" 🔑", "role": "admin", "is_verified": true, "created_at": "2020-01-02T03:04:05.123456Z", "last_login": "2024-01-02T03:04:05Z", "password_hash": "$2b$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"}
            {"email": "bare@round.example", "is_active": false}
            """));
    var here = folder.resolve("here.ndjson");
    var there = folder.resolve("there.ndjson");

    assertThat(run("export-users", here.toString())).isZero();
    try (var other = EmbeddedDatabase.start(otherHome)) {
      assertThat(runOn(other, "", "import-users", here.toString())).isZero();
      assertThat(runOn(other, "", "export-users", there.toString())).isZero();
    }

    assertThat(Files.readString(here)).contains("Zoe@Round.Example", "bare@round.example");
    assertThat(there).hasSameTextualContentAs(here);
  }

  @Test
  void writesHashesToStandardOutputOnlyWhenToldTo() throws IOException {
    run("import-users", file("{\"email\": \"out@put.example\"}\n"));
    printed.getBuffer().setLength(0);

    assertThat(run("export-users")).isEqualTo(2);
    assertThat(run("export-users", "--stdout", folder.resolve("x").toString())).isEqualTo(2);
    assertThat(printed.toString()).doesNotContain("out@put.example");

    assertThat(run("export-users", "--stdout")).isZero();
    assertThat(printed.toString()).contains("\"email\":\"out@put.example\"");
    assertThat(complained.toString()).contains("users written.");
  }

  @Test
  void overwritesNoFile() throws IOException {
    var file = Files.writeString(folder.resolve("users.ndjson"), "precious");

    assertThat(run("export-users", file.toString())).isEqualTo(1);

    assertThat(file).hasContent("precious");
    assertThat(complained.toString()).contains("it was left as it is");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThat(run("import-users", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(run("import-users")).isEqualTo(2);

    assertThat(complained.toString()).contains("There is no file");
  }

  @Test
  void theServiceFindsWhoWasImportedBesideIt() throws IOException {
    try (var context = Context.open(settings(database), database.access())) {
      run("import-users", file("{\"email\": \"beside@service.example\"}\n"));

      assertThat(context.getBean(FindUsers.class)).isNotNull();
      assertThat(
              context
                  .getBean(LogIn.class)
                  .logIn("beside@service.example", new RawPassword("anything"), Origin.UNKNOWN))
          .isNotInstanceOf(LogIn.LoggedIn.class);
    }
  }

  private String file(String content) throws IOException {
    var file = Files.createTempFile(folder, "users", ".ndjson");
    return Files.writeString(file, content).toString();
  }

  private int run(String... arguments) {
    return runOn(database, "", arguments);
  }

  private int runOn(EmbeddedDatabase target, String input, String... arguments) {
    var output = new PrintWriter(printed, true);
    var errors = new PrintWriter(complained, true);
    var streams =
        new Streams(new ByteArrayInputStream(input.getBytes(UTF_8)), output, errors, null);
    var preparation = new Preparation(Sources.of(environment(target)), errors);
    var line =
        Latchkey.of(
            new ImportUsersCommand(preparation, new UserImport(), streams),
            new ExportUsersCommand(preparation, new UserExport(), streams));
    line.setOut(output);
    line.setErr(errors);
    return line.execute(arguments);
  }

  private static Map<String, String> environment(EmbeddedDatabase target) {
    var environment = new HashMap<>(ServiceProcess.on(target.access()));
    environment.put("LATCHKEY_ENV", "dev");
    environment.put("ARGON2_MEMORY_KIB", "64");
    return environment;
  }

  private static Settings settings(EmbeddedDatabase target) {
    var reading = Settings.read(Sources.of(environment(target)));
    return ((SettingsReading.Accepted) reading).settings();
  }
}
