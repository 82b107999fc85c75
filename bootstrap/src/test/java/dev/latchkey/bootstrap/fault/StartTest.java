package dev.latchkey.bootstrap.fault;

import static dev.latchkey.bootstrap.fault.ServiceProcess.freePort;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A start that cannot succeed ends with one clear message; one that soon can waits.
@Timeout(300)
class StartTest {
  private static final int UNAVAILABLE = 69;
  private static final int MISCONFIGURED = 78;

  // Shared, since unpacking the server takes a second.
  @TempDir private static Path home;

  @Test
  @Tag("C146")
  void waitsForADatabaseThatStartsLater() {
    var settings = settingsOfStoppedDatabase();

    var service = ServiceProcess.launch(settings).awaitOutput("Waiting for the database");
    assertThat(service.output()).doesNotContain("Latchkey is ready");
    try (var database = EmbeddedDatabase.start(home);
        service) {
      service.ready();

      assertThat(ServiceProcess.on(database.access())).isEqualTo(settings);
      assertThat(service.browser().register("ann@example.test", "quite-long-enough").status())
          .isEqualTo(201);
    }
  }

  @Test
  @Tag("C146")
  void givesUpAfterAWhileWhereTheDatabaseStaysAway() {
    var settings = settingsOfStoppedDatabase();
    settings.put("DATABASE_WAIT_SECONDS", "1");
    var service = ServiceProcess.launch(settings);

    assertThat(service.exitStatus()).isEqualTo(UNAVAILABLE);
    assertThat(service.output())
        .contains("The database cannot be used", "refused", "DATABASE_URL")
        .doesNotContain("\tat ", "Exception");
    assertThat(service.output().lines()).hasSize(2);
  }

  @Test
  @Tag("C146")
  void endsAtOnceWhereTheDatabaseRefusesThePassword() {
    try (var database = EmbeddedDatabase.start(home)) {
      var url = database.access().url().replace("jdbc:", "");
      var service =
          ServiceProcess.launch(
              Map.of("DATABASE_URL", url.replace("//", "//latchkey:canary-in-a-url@")));

      assertThat(service.exitStatus()).isEqualTo(UNAVAILABLE);
      assertThat(service.output().lines()).hasSize(1);
      assertThat(service.output())
          .contains("password authentication failed", "Check the user and the password")
          .doesNotContain("canary", database.access().password().reveal());
    }
  }

  @Test
  @Tag("C175")
  void namesEverySettingThatIsWrong() {
    var service =
        ServiceProcess.launch(
            Map.of(
                "LATCHKEY_ENV", "production",
                "PUBLIC_URL", "http://auth.example.org",
                "ARGON2_MEMORY_KIB", "64",
                "DATABASE_URL", "postgresql://app:canary@db.example.org/auth?sslmode=disable",
                "CORS_ORIGINS", "*",
                "SELF_ASSIGNABLE_ROLES", "user,admin",
                "JWT_AUDIENCE", "here\nSet-Cookie: a=b",
                "JWT_SECRET", "changeme"));

    assertThat(service.exitStatus()).isEqualTo(MISCONFIGURED);
    assertThat(service.output())
        .contains("7 settings are wrong")
        .doesNotContain("canary", "changeme", "\tat ");
    assertThat(service.output().lines().map(line -> line.strip().split(":", 2)[0]))
        .contains(
            "PUBLIC_URL",
            "ARGON2_MEMORY_KIB",
            "DATABASE_URL",
            "CORS_ORIGINS",
            "SELF_ASSIGNABLE_ROLES",
            "JWT_AUDIENCE",
            "JWT_SECRET")
        .hasSize(8);
  }

  @Test
  void saysThatItsPortIsTaken() throws IOException {
    try (var squatter = new ServerSocket(freePort(), 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(squatter.getLocalPort());
      var service = ServiceProcess.launch(Map.of("PORT", port, "LATCHKEY_HOME", home.toString()));

      assertThat(service.exitStatus()).isEqualTo(UNAVAILABLE);
      assertThat(service.output())
          .contains("cannot listen on port " + port, "PORT")
          .doesNotContain("\tat ", "Exception");
      assertThat(new Server(home).isRunning()).isFalse();
    }
  }

  @Test
  void saysThatItsManagementPortIsTaken() throws IOException {
    try (var squatter = new ServerSocket(freePort(), 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(squatter.getLocalPort());
      var service =
          ServiceProcess.launch(Map.of("MANAGEMENT_PORT", port, "LATCHKEY_HOME", home.toString()));

      assertThat(service.exitStatus()).isEqualTo(UNAVAILABLE);
      assertThat(service.output())
          .contains("cannot listen on port " + port, "MANAGEMENT_PORT")
          .doesNotContain("\tat ", "Exception", "Latchkey is ready");
      assertThat(new Server(home).isRunning()).isFalse();
    }
  }

  @Test
  void saysThatItsHomeCannotBeUsed() throws IOException {
    var file = Files.createTempFile("latchkey", ".home");
    var service = ServiceProcess.launch(Map.of("LATCHKEY_HOME", file.toString()));

    assertThat(service.exitStatus()).isEqualTo(UNAVAILABLE);
    assertThat(service.output())
        .contains(file.toString(), "Set LATCHKEY_HOME")
        .doesNotContain("\tat ");
    assertThat(service.output().lines()).hasSize(1);
  }

  private static Map<String, String> settingsOfStoppedDatabase() {
    try (var database = EmbeddedDatabase.start(home)) {
      return new HashMap<>(ServiceProcess.on(database.access()));
    }
  }
}
