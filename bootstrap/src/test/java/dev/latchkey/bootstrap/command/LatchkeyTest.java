package dev.latchkey.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.settings.Sources;
import dev.latchkey.domain.password.RawPassword;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatchkeyTest {
  @TempDir Path folder;

  private final StringWriter printed = new StringWriter();
  private final PrintWriter output = new PrintWriter(printed, true);
  private final List<String> done = new ArrayList<>();
  // Never connected to: the commands' own work is played by this test.
  private final Map<String, String> environment =
      new HashMap<>(Map.of("DATABASE_URL", "postgresql://app:canary@db/auth"));

  @Test
  void namesEveryCommandInItsHelp() {
    assertThat(run("", "--help")).isZero();

    assertThat(printed.toString())
        .contains("serve", "migrate", "seed", "create-admin", "create-client", "export-schema");
  }

  @Test
  void tellsItsVersion() {
    assertThat(run("", "--version")).isZero();

    assertThat(printed.toString()).matches("(?s)latchkey [0-9]+\\.[0-9]+\\.[0-9]+.*, Java 25.*");
  }

  @Test
  void endsWith78AndEveryReasonWhereSettingsAreWrong() {
    environment.put("PORT", "eighty");
    environment.put("JWT_SECRET", "changeme");

    assertThat(run("", "migrate")).isEqualTo(78);

    assertThat(done).isEmpty();
    assertThat(printed.toString())
        .contains("2 settings are wrong", "PORT: ", "JWT_SECRET: ")
        .doesNotContain("changeme", "canary");
  }

  @Test
  void servesWhenNoCommandIsNamed() {
    environment.put("PORT", "eighty");

    // Serving would not return; that it reads the settings first shows that it was chosen.
    assertThat(run("")).isEqualTo(78);
  }

  @Test
  void tellsHowManyStepsAMigrationTook() {
    assertThat(run("", "migrate")).isZero();

    assertThat(done).singleElement().asString().startsWith("migrate jdbc:postgresql://db/auth?");
    assertThat(printed.toString()).contains("Migrated: 3 steps.");
  }

  @Test
  void printsTheSchema() {
    assertThat(run("", "export-schema")).isZero();

    assertThat(printed.toString()).contains("CREATE SCHEMA auth;");
  }

  @Test
  void makesDemoUsersOnlyOnADevelopersMachine() {
    assertThat(run("", "seed")).isEqualTo(1);
    assertThat(done).isEmpty();

    environment.put("LATCHKEY_ENV", "dev");

    assertThat(run("", "seed")).isZero();
    assertThat(done).containsExactly("seed");
  }

  @Test
  void takesAnAdministratorsPasswordFromStandardInput() {
    assertThat(run("hunter2-hunter2\n", "create-admin", "--email", "root@example.org")).isZero();

    assertThat(done).containsExactly("root@example.org hunter2-hunter2");
    assertThat(printed.toString()).doesNotContain("hunter2");
  }

  @Test
  void takesAnAdministratorsPasswordFromAFile() throws IOException {
    var file = Files.writeString(folder.resolve("password"), "from a file\n");

    var status =
        run("", "create-admin", "--email", "root@example.org", "--password-file", file.toString());

    assertThat(status).isZero();
    assertThat(done).containsExactly("root@example.org from a file");
  }

  @Test
  void makesNoAdministratorWithoutAPassword() {
    assertThat(run("", "create-admin", "--email", "root@example.org")).isEqualTo(2);
    assertThat(run("x\n", "create-admin", "--email", "nobody")).isEqualTo(2);

    assertThat(done).isEmpty();
  }

  @Test
  void takesNoPasswordFromAnArgument() {
    assertThat(run("", "create-admin", "--email", "root@example.org", "--password", "x"))
        .isEqualTo(2);
  }

  @Test
  void registersAClientAndPrintsItsSecretLast() {
    var status =
        run("", "create-client", "--id", "ab", "--name", "A b", "--scope", "r", "--scope=w");

    assertThat(status).isZero();
    assertThat(done).containsExactly("ab A b [r, w]");
    assertThat(printed.toString()).endsWith("A sentence.\nlks_secret\n");
    assertThat(run("", "create-client", "--id", "taken", "--name", "A")).isEqualTo(1);
    assertThat(run("", "create-client", "--id", "ab")).isEqualTo(2);
  }

  @Test
  void findsTheTimeThatNinetyFiveOfAHundredHashesKeep() {
    var times = new ArrayList<Long>();
    for (var i = 100L; i >= 1; i--) {
      times.add(i * 1_000_000);
    }

    var load = HashLoad.of(times, 4);

    assertThat(load.slowest5Percent()).hasMillis(95);
    assertThat(load.perSecond()).isEqualTo(25);
  }

  private int run(String input, String... arguments) {
    var preparation = new Preparation(Sources.of(environment), output);
    var entry = new PasswordEntry(null, new ByteArrayInputStream(input.getBytes(UTF_8)));
    var serve = new ServeCommand(preparation, (settings, database) -> () -> done.add("served"));
    var line =
        Latchkey.of(
            serve,
            new MigrateCommand(
                preparation,
                database -> {
                  done.add("migrate " + database.url());
                  return 3;
                },
                output),
            new SeedCommand(
                preparation,
                (settings, database) -> {
                  done.add("seed");
                  return List.of("alice");
                },
                output),
            new CreateAdminCommand(
                preparation,
                (settings, database, email, password) -> {
                  done.add(email.canonical() + " " + reveal(password));
                  return new CreateAdminCommand.Created(true, "Made.");
                },
                entry,
                output),
            new CreateClientCommand(
                preparation,
                (settings, database, id, name, scopes) -> {
                  done.add(id + " " + name + " " + scopes);
                  return new CreateClientCommand.Created(
                      !id.equals("taken"), List.of("A sentence.", "lks_secret"));
                },
                output),
            new HashCalibrateCommand(output),
            new ExportSchemaCommand(() -> "CREATE SCHEMA auth;", output));
    line.setOut(output);
    line.setErr(output);
    return Latchkey.run(serve, () -> line, arguments);
  }

  private static String reveal(RawPassword password) {
    return password.reveal();
  }
}
