package dev.latchkey.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  // Shared, since unpacking takes a second: each test starts the server and stops it again.
  @TempDir static Path home;

  @BeforeAll
  static void makeTable() throws SQLException {
    try (var database = EmbeddedDatabase.start(home)) {
      ask(database, "CREATE TABLE kept AS SELECT 'still here' AS word");
    }
  }

  @Test
  void keepsItsDataFromOneStartToTheNext() throws SQLException {
    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("still here");
    }
  }

  @Test
  void keepsItsPortFromOneStartToTheNext() {
    var first = startAndStop();

    assertThat(startAndStop().url()).isEqualTo(first.url());
  }

  @Test
  void takesAnotherPortWhereItsOwnIsTaken() throws IOException {
    var first = startAndStop();
    var port = Integer.parseInt(first.url().replaceAll(".*:([0-9]+)/.*", "$1"));

    try (var squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(squatter.isBound()).isTrue();
      assertThat(startAndStop().url()).isNotEqualTo(first.url());
    }
  }

  @Test
  void writesWhatItCommitsToTheDisk() throws SQLException {
    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(ask(database, "SELECT current_setting('fsync')")).isEqualTo("on");
      assertThat(ask(database, "SELECT current_setting('full_page_writes')")).isEqualTo("on");
      assertThat(ask(database, "SELECT current_setting('synchronous_commit')")).isEqualTo("on");
    }
  }

  @Test
  void staysDurableWhateverIsWrittenIntoItsConfiguration() throws SQLException, IOException {
    Files.writeString(home.resolve("postgres/data/local.conf"), "fsync = off\nwork_mem = '5MB'\n");

    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(ask(database, "SELECT current_setting('fsync')")).isEqualTo("on");
      assertThat(ask(database, "SELECT current_setting('work_mem')")).isEqualTo("5MB");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    try (var database = EmbeddedDatabase.start(home)) {
      var url = database.access().url();

      for (var user : new String[] {"latchkey", "postgres"}) {
        assertThatThrownBy(() -> DriverManager.getConnection(url, user, "wrong"))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThatThrownBy(() -> DriverManager.getConnection(url, user, ""))
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void givesTheServiceARoleThatIsNoSuperuser() throws SQLException {
    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(ask(database, "SELECT current_setting('is_superuser')")).isEqualTo("off");
      assertThat(ask(database, "CREATE SCHEMA probe; DROP SCHEMA probe; SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void hidesItsPasswordAndDataFromOthers() throws IOException {
    startAndStop();

    assertThat(permissions(home.resolve("postgres"))).isEqualTo("rwx------");
    assertThat(permissions(home.resolve("postgres/password"))).isEqualTo("rw-------");
    assertThat(permissions(home.resolve("postgres/data"))).isEqualTo("rwx------");
  }

  @Test
  void listensOnTheLoopbackAddressAlone() throws SQLException {
    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(ask(database, "SELECT current_setting('listen_addresses')"))
          .isEqualTo("127.0.0.1");
      assertThat(database.access().url()).contains("//127.0.0.1:");
    }
  }

  @Test
  void takesOverTheServerOfAServiceThatWasKilled() throws Exception {
    var service = ServiceProcess.start(home);
    var url = service.line();
    service.kill();

    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(database.access().url()).isEqualTo(url);
      assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("still here");
    }
    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void startsAgainAfterTheServerItselfWasKilled() throws Exception {
    var service = ServiceProcess.start(home);
    assertThat(service.line()).startsWith("jdbc:");
    var server = PidFile.read(ServerFiles.below(home)).orElseThrow();
    ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    service.kill();

    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("still here");
    }
  }

  @Test
  void startsWhereTheNoteOfADeadServerNamesAProcessOfSomebodyElse() throws Exception {
    startAndStop();
    var mine = ProcessHandle.current().pid();
    Files.writeString(
        home.resolve("postgres/data/postmaster.pid"), mine + "\n/elsewhere\n1\n1\n\n127.0.0.1\n");

    try (var database = EmbeddedDatabase.start(home)) {
      assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("still here");
    }
  }

  @Test
  void servesACommandBesideARunningServiceAndRunsOnAfterIt() throws Exception {
    try (var service = ServiceProcess.start(home)) {
      var url = service.line();

      try (var command = EmbeddedDatabase.join(home)) {
        assertThat(command.access().url()).isEqualTo(url);
        assertThat(ask(command, "SELECT word FROM kept")).isEqualTo("still here");
      }
      try (var second = EmbeddedDatabase.join(home)) {
        assertThat(ask(second, "SELECT word FROM kept")).isEqualTo("still here");
      }
    }
    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void servesACommandWithoutAServiceAndStopsAfterIt() throws SQLException {
    try (var command = EmbeddedDatabase.join(home)) {
      assertThat(ask(command, "SELECT word FROM kept")).isEqualTo("still here");
    }

    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void tellsASecondServiceThatThereIsOneAlready() throws Exception {
    try (var service = ServiceProcess.start(home)) {
      assertThat(service.line()).startsWith("jdbc:");

      assertThatThrownBy(() -> EmbeddedDatabase.start(home))
          .isInstanceOf(EmbeddedDatabaseFailure.class)
          .hasMessageMatching("Another Latchkey \\(process [0-9]+\\) already runs on .*");
    }
  }

  @Test
  @EnabledIf("isUnix")
  void doesNotGetTheInterruptOfTheTerminal() throws Exception {
    try (var database = EmbeddedDatabase.start(home)) {
      var server = PidFile.read(ServerFiles.below(home)).orElseThrow();

      assertThat(session(server.pid())).isNotEqualTo(session(ProcessHandle.current().pid()));
      assertThat(ask(database, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  @EnabledIf("isRoot")
  void startsAsAnOrdinaryUserToo(@TempDir Path folder) throws Exception {
    // Not below the build's folders: others must be able to pass.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    var copies = Files.createDirectory(folder.resolve("classes"));
    var open = PosixFilePermissions.fromString("rwxrwxrwx");
    var nobodysHome = Files.createDirectory(folder.resolve("home"));
    Files.setPosixFilePermissions(nobodysHome, open);

    try (var service = ServiceProcess.startAsNobody(copies, nobodysHome)) {
      assertThat(service.line()).startsWith("jdbc:postgresql://127.0.0.1:");
      assertThat(Files.getOwner(nobodysHome.resolve("postgres/data")).getName())
          .isEqualTo("nobody");
      assertThatThrownBy(() -> EmbeddedDatabase.join(nobodysHome))
          .isInstanceOf(EmbeddedDatabaseFailure.class)
          .hasMessageContaining("belongs to nobody, but Latchkey runs as root");
    }
  }

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  static boolean isUnix() {
    return Files.isDirectory(Path.of("/proc/self"));
  }

  private static DatabaseAccess startAndStop() {
    try (var database = EmbeddedDatabase.start(home)) {
      return database.access();
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    var access = database.access();
    try (var connection =
            DriverManager.getConnection(access.url(), access.user(), access.password().reveal());
        var statement = connection.createStatement()) {
      var isRows = statement.execute(sql);
      while (!isRows && statement.getUpdateCount() >= 0) {
        isRows = statement.getMoreResults();
      }
      var rows = statement.getResultSet();
      return rows != null && rows.next() ? rows.getString(1) : "";
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static String session(long pid) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
  }
}
