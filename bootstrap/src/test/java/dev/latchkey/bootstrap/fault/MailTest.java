package dev.latchkey.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Mails of services that run.
@Timeout(300)
class MailTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String OLD = "quite-long-enough";
  private static final String NEW = "another-long-one";
  private static final String VERIFICATION = "Confirm your address for Latchkey";
  private static final String NOTICE = "Your Latchkey password was changed";

  @TempDir private Path home;

  /// Both nodes fail to send for a while, one of them dies, and everybody gets their mail, nobody
  /// twice. What waits is made due once the server is there: the pauses between attempts have tests
  /// of their own.
  @Test
  @Tag("C046")
  @Tag("C164")
  void sendsEveryMailOnceWhenTheServerIsThereAgain() {
    var port = ServiceProcess.freePort();
    try (var database = EmbeddedDatabase.start(home);
        var survivor = ServiceProcess.launch(settings(database, port))) {
      var victim = ServiceProcess.start(settings(database, port));
      survivor.ready();
      var people = IntStream.range(0, 100).mapToObj("somebody%d@example.test"::formatted).toList();
      for (var i = 0; i < people.size(); i++) {
        var browser = (i % 2 == 0 ? survivor : victim).browser();
        assertThat(browser.register(people.get(i), OLD).status()).isEqualTo(201);
      }
      survivor.awaitOutput("waits to be tried again");
      victim.kill();

      var smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      smtp.start();
      try {
        letTryAgain(database);
        await(() -> isAllSent(database));

        assertThat(recipients(smtp)).containsExactlyInAnyOrderElementsOf(people);
        assertThat(survivor.output()).doesNotContain("ERROR");
      } finally {
        smtp.stop();
      }
    }
  }

  @Test
  @Tag("C143")
  void showsMailsToADeveloperButNotInTheLog() {
    try (var service = ServiceProcess.start(Map.of("LATCHKEY_HOME", home.toString()))) {
      changePassword(service.browser(), "ann@example.test");

      await(() -> service.browser().get("/dev/mail").body().contains(NOTICE));

      assertThat(service.output())
          .contains("/dev/mail")
          .doesNotContain("#token=", "ann@example.test");
    }
  }

  @Test
  void keepsMailsInProductionUntilThereIsAServer() {
    var management = ServiceProcess.freePort();
    var settings =
        Map.of(
            "LATCHKEY_HOME", home.toString(),
            "LATCHKEY_ENV", "production",
            "ARGON2_MEMORY_KIB", "19456",
            "ARGON2_ITERATIONS", "2",
            "MANAGEMENT_PORT", Integer.toString(management));
    try (var service = ServiceProcess.start(settings)) {
      assertThat(service.output()).contains("NO MAIL IS SENT");
      changePassword(service.browser(), "ann@example.test");

      assertThat(service.browser().get("/dev/mail").status()).isEqualTo(404);
      assertThat(service.browserOf(management).get("/metrics").body())
          .containsPattern("(?m)^latchkey_mail_waiting [1-9]");
    }
  }

  private static Map<String, String> settings(EmbeddedDatabase database, int smtp) {
    var settings = new HashMap<>(ServiceProcess.on(database.access()));
    settings.put("SMTP_URL", "smtp://127.0.0.1:" + smtp);
    settings.put("MAIL_FROM", "no-reply@example.test");
    return settings;
  }

  private static void changePassword(Browser browser, String email) {
    Browser.patiently(() -> browser.register(email, OLD));
    var access = Browser.patiently(() -> browser.logIn(email, OLD)).accessToken();
    var changed = Browser.patiently(() -> browser.changePassword(access, OLD, NEW));
    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
  }

  /// Who was asked to confirm their address.
  private static List<String> recipients(GreenMail smtp) {
    return Stream.of(smtp.getReceivedMessages())
        .filter(message -> VERIFICATION.equals(subject(message)))
        .map(MailTest::recipient)
        .collect(Collectors.toList());
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String recipient(MimeMessage message) {
    try {
      return message.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static void letTryAgain(EmbeddedDatabase database) {
    with(
        database,
        statement ->
            statement.executeUpdate(
                "UPDATE auth.outbox SET next_attempt_at = now() WHERE sent_at IS NULL"));
  }

  private static boolean isAllSent(EmbeddedDatabase database) {
    return with(
        database,
        statement -> {
          var unsent =
              statement.executeQuery("SELECT count(*) FROM auth.outbox WHERE sent_at IS NULL");
          return unsent.next() && unsent.getInt(1) == 0;
        });
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Statement statement) throws SQLException;
  }

  private static <T> T with(EmbeddedDatabase database, Work<T> work) {
    var access = database.access();
    var password = access.password().reveal();
    try (var connection = DriverManager.getConnection(access.url(), access.user(), password);
        var statement = connection.createStatement()) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it does not come about");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
