package dev.latchkey.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.key.KeyTable;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A node that cannot use the keys of its deployment does not start, and says why.
@Timeout(300)
@Tag("C140")
class KeyStartTest {
  private static final int MISCONFIGURED = 78;
  private static final String NAME = "KEY_ENCRYPTION_KEY";
  private static final String OTHER = "YW5vdGhlci1rZXktb2YtdGhpcnR5LXR3by1ieXRlcyE=";

  @TempDir private static Path home;
  private static EmbeddedDatabase database;
  private static KeyTable table;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(home);
    table = KeyTable.of(database.access());
    ServiceProcess.start(settings(Map.of())).close();
  }

  @AfterAll
  static void stop() {
    table.close();
    database.close();
  }

  @Test
  void refusesAnotherEncryptionKey() {
    assertRefused(settings(Map.of(NAME, OTHER)), NAME + " does not open the private keys");
  }

  @Test
  void refusesToSignWithKeysThatNothingSealsInProduction() {
    var service =
        ServiceProcess.launch(
            Map.of(
                "LATCHKEY_ENV", "production",
                "PUBLIC_URL", "https://auth.example.org",
                "ARGON2_MEMORY_KIB", "19456",
                "ARGON2_ITERATIONS", "2",
                "JWT_ALGORITHM", "ES256",
                "LATCHKEY_HOME", home.resolve("production").toString()));

    assertThat(service.exitStatus()).isEqualTo(MISCONFIGURED);
    assertThat(service.output()).contains(NAME).doesNotContain("\tat ");
    assertThat(home.resolve("production")).doesNotExist();
  }

  @Test
  void takesANewEncryptionKeyBeforeTheOldOne() {
    var both = OTHER + "," + KeyTable.SETTINGS.get(NAME);

    try (var service = ServiceProcess.start(settings(Map.of(NAME, both)))) {
      assertThat(service.browser().register("ann@example.test", "quite-long-enough").status())
          .isEqualTo(201);
      assertThat(service.browser().logIn("ann@example.test", "quite-long-enough").status())
          .isEqualTo(200);
    }
  }

  @Test
  void refusesAKeyThatIsNotWhatItsNameSaysUntilItIsTakenOut() {
    var damaged = table.active().getFirst();
    table.execute(
        """
        UPDATE auth.signing_key SET public_key =
          (SELECT public_key FROM auth.signing_key WHERE state = 'PENDING')
        WHERE state = 'ACTIVE'
        """);

    assertRefused(settings(Map.of()), "Key %s in auth.signing_key is damaged".formatted(damaged));

    assertThat(ServiceProcess.run(settings(Map.of()), "rotate-keys", "--compromised", damaged))
        .contains("is out");
    ServiceProcess.start(settings(Map.of())).close();
  }

  private static void assertRefused(Map<String, String> settings, String message) {
    var service = ServiceProcess.launch(settings);

    assertThat(service.exitStatus()).isNotZero();
    assertThat(service.output())
        .contains(message)
        .doesNotContain("\tat ", "Exception", "Latchkey is ready", settings.get(NAME));
  }

  private static Map<String, String> settings(Map<String, String> more) {
    var settings = new HashMap<>(KeyTable.SETTINGS);
    settings.putAll(ServiceProcess.on(database.access()));
    settings.putAll(more);
    return settings;
  }
}
