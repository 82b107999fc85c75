package dev.latchkey.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.key.KeyTable;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whoever rotates the keys may die over it, at any step.
@Timeout(300)
class KeyKillTest {
  private static final List<String> STEPS = List.of("RETIRED", "ACTIVE", "PENDING");

  @TempDir private static Path home;

  @Test
  @Tag("C138")
  void rotatesWhollyOrNotAtAll() {
    try (var database = EmbeddedDatabase.start(home);
        var table = KeyTable.of(database.access())) {
      var settings = new HashMap<>(KeyTable.SETTINGS);
      settings.putAll(ServiceProcess.on(database.access()));
      ServiceProcess.start(settings).close();
      prepare(table);

      for (var step : STEPS) {
        killServiceAt(step, settings, table);
      }
      killCommandAt("ACTIVE", settings, table);

      goOn(settings, table);
    }
  }

  private static void killServiceAt(String step, Map<String, String> settings, KeyTable table) {
    // What was interrupted before is done when the service starts.
    var service = ServiceProcess.start(settings);
    var before = table.active();
    holdUpAt(step, table);
    table.makeDue();
    killHeldUp(service, table);

    assertThat(table.active()).hasSize(1).isEqualTo(before);
  }

  private static void killCommandAt(String step, Map<String, String> settings, KeyTable table) {
    table.execute("UPDATE auth.signing_key SET signs_from = 'tomorrow' WHERE state = 'PENDING'");
    var before = table.active();
    holdUpAt(step, table);
    killHeldUp(ServiceProcess.launch(settings, List.of("rotate-keys", "--now")), table);

    assertThat(table.active()).hasSize(1).isEqualTo(before);
  }

  private static void goOn(Map<String, String> settings, KeyTable table) {
    var before = table.active();
    try (var service = ServiceProcess.start(settings)) {
      var browser = service.browser();
      browser.register("ann@example.test", "quite-long-enough");
      var old = browser.logIn("ann@example.test", "quite-long-enough").accessToken();
      assertThat(ServiceProcess.run(settings, "rotate-keys", "--now")).contains("now.");

      assertThat(table.active()).hasSize(1).isNotEqualTo(before);
      assertThat(browser.me(old).status()).isEqualTo(200);
      assertThat(browser.logIn("ann@example.test", "quite-long-enough").status()).isEqualTo(200);
    }
  }

  /// A row that comes to the state that stands in `key_step` waits for a lock that we can hold.
  private static void prepare(KeyTable table) {
    table.execute("CREATE TABLE key_step (state text)");
    table.execute(
        """
        CREATE FUNCTION hold_up() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM public.key_step WHERE state = NEW.state) THEN
            PERFORM pg_advisory_xact_lock(7);
          END IF;
          RETURN NEW;
        END $$
        """);
    table.execute(
        """
        CREATE TRIGGER hold_up AFTER INSERT OR UPDATE OF state ON auth.signing_key
        FOR EACH ROW EXECUTE FUNCTION hold_up()
        """);
  }

  private static void holdUpAt(String step, KeyTable table) {
    table.execute("SELECT pg_advisory_lock(7)");
    table.execute("INSERT INTO key_step VALUES ('" + step + "')");
  }

  private static void killHeldUp(ServiceProcess rotating, KeyTable table) {
    while (!table.isSomebodyHeldUp()) {
      LockSupport.parkNanos(1_000_000);
    }
    rotating.kill();
    table.execute("TRUNCATE key_step");
    table.execute("SELECT pg_advisory_unlock(7)");
  }
}
