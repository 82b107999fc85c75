package dev.latchkey.mail.smtp;

import static dev.latchkey.mail.smtp.SampleLetters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.testkit.time.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that does not do as it should.
@Tag("C164")
@Timeout(60)
class SmtpFaultsTest {

  @ParameterizedTest
  @CsvSource({"RCPT,450", "RCPT,452", "message,451", "DATA,451"})
  void tellsWhatMayComeLater(String when, int code) throws IOException {
    try (var server = refusing(when, code)) {
      assertThat(mailer(server).send(letter())).isEqualTo(new Delivery.Deferred("smtp " + code));
      assertThat(server.heard()).doesNotContain("secret words");
    }
  }

  @ParameterizedTest
  @CsvSource({"RCPT,550", "RCPT,553", "message,554", "DATA,554"})
  void tellsWhatIsRefusedForGood(String when, int code) throws IOException {
    try (var server = refusing(when, code)) {
      assertThat(mailer(server).send(letter())).isEqualTo(new Delivery.Refused("smtp " + code));
    }
  }

  @ParameterizedTest
  @CsvSource({"greeting,421", "greeting,554", "MAIL,421", "MAIL,550", "RCPT,421", "message,421"})
  void takesWhatNoLetterCanHelpForTrouble(String when, int code) throws IOException {
    try (var server = refusing(when, code)) {
      assertThatThrownBy(() -> mailer(server).send(letter()))
          .isInstanceOf(Unavailable.class)
          .message()
          .startsWith("smtp")
          .doesNotContain("example.test", "ann@");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "EHLO", "MAIL", "RCPT", "DATA", "message"})
  void takesALostConnectionForTrouble(String when) throws IOException {
    try (var server =
        ScriptedServer.answering(line -> line.startsWith(when) ? ScriptedServer.HANG_UP : null)) {
      assertThatThrownBy(() -> mailer(server).send(letter())).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void takesALetterForTakenWhateverComesAfterIt() throws IOException {
    try (var server =
        ScriptedServer.answering(line -> line.startsWith("QUIT") ? ScriptedServer.HANG_UP : null)) {
      assertThat(mailer(server).send(letter())).isEqualTo(new Delivery.Accepted());
      assertThat(server.messages()).isOne();
    }
  }

  @Test
  void givesUpOnAServerThatIsNotThere() throws IOException {
    int port;
    try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = nobody.getLocalPort();
    }

    assertThatThrownBy(() -> mailer(port, Duration.ofSeconds(30)).send(letter()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void givesUpOnAServerThatSaysNothing() throws IOException {
    try (var server = ScriptedServer.answering(line -> ScriptedServer.SILENCE)) {
      assertThatThrownBy(() -> mailer(server.port(), Duration.ofMillis(200)).send(letter()))
          .isInstanceOf(Unavailable.class)
          .hasMessage("smtp: no answer in time");
    }
  }

  /// No single read ever times out here.
  @Test
  void givesUpOnAServerThatSendsAByteNowAndThen() throws IOException {
    try (var server = ScriptedServer.slow(50)) {
      assertThatThrownBy(() -> mailer(server.port(), Duration.ofMillis(500)).send(letter()))
          .isInstanceOf(Unavailable.class);
      assertThat(server.messages()).isZero();
    }
  }

  private static ScriptedServer refusing(String when, int code) throws IOException {
    return ScriptedServer.answering(
        line -> line.startsWith(when) ? code + " secret words about ann@example.test" : null);
  }

  private static SmtpMailer mailer(ScriptedServer server) {
    return mailer(server.port(), Duration.ofSeconds(30));
  }

  private static SmtpMailer mailer(int port, Duration limit) {
    return new SmtpMailer(
        SmtpServer.parse("smtp://127.0.0.1:" + port),
        "Latchkey <no-reply@id.example.test>",
        new SettableClock(),
        limit,
        null);
  }
}
