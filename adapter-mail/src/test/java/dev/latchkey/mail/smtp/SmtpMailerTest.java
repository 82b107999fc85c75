package dev.latchkey.mail.smtp;

import static dev.latchkey.mail.smtp.SampleLetters.LINK;
import static dev.latchkey.mail.smtp.SampleLetters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.latchkey.domain.mail.Delivery;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.testkit.time.SettableClock;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a real server receives.
class SmtpMailerTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void deliversTextAndHtmlToOneRecipient() throws Exception {
    assertThat(mailer("").send(letter())).isEqualTo(new Delivery.Accepted());

    var received = received();
    assertThat(received.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("Ann@example.test");
    assertThat(received.getFrom())
        .extracting(Object::toString)
        .containsExactly("Latchkey <no-reply@id.example.test>");
    assertThat(received.getSubject()).isEqualTo("Choose a new password");
    assertThat(received.getContentType()).startsWith("multipart/alternative");
    var parts = (MimeMultipart) received.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
    assertThat((String) parts.getBodyPart(0).getContent())
        .contains("Hello Zoë,", LINK, "\r\n.\r\nThe end");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html; charset=UTF-8");
    assertThat((String) parts.getBodyPart(1).getContent()).contains("href=\"" + LINK + "\"");
  }

  @Test
  void namesTheMailTheSameEachTime() throws Exception {
    mailer("").send(letter());
    mailer("").send(letter());

    assertThat(server.getReceivedMessages())
        .hasSize(2)
        .allSatisfy(message ->
            assertThat(((MimeMessage) message).getMessageID())
                .isEqualTo("<" + SampleLetters.ID + "@id.example.test>"));
  }

  @Test
  void asksForNoAutomaticAnswer() throws Exception {
    mailer("").send(letter());

    assertThat(received().getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void writesSubjectsOfAnyScript() throws Exception {
    mailer("").send(letter("Fahrkarten für 東京 – und zurück, mit einem sehr langen Betreff dazu"));

    assertThat(received().getSubject())
        .isEqualTo("Fahrkarten für 東京 – und zurück, mit einem sehr langen Betreff dazu");
  }

  @Test
  @Tag("C041")
  void hasOneRecipientInItsDialogueWhateverTheLetterSays() throws IOException {
    try (var scripted = ScriptedServer.answering(line -> null)) {
      var mailer = mailer(scripted.port(), "");

      mailer.send(letter("hello\r\nRCPT TO:<v@y.test>"));

      assertThat(scripted.heard().stream().filter(line -> line.startsWith("RCPT")))
          .containsExactly("RCPT TO:<Ann@example.test>");
      assertThat(scripted.heard().stream().filter(line -> line.startsWith("MAIL")))
          .containsExactly("MAIL FROM:<no-reply@id.example.test>");
    }
  }

  @Test
  void logsInWhereThereIsAUser() throws Exception {
    server.setUser("app", "p@ss word");

    assertThat(mailer("app:p%40ss%20word@").send(letter())).isEqualTo(new Delivery.Accepted());
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void takesARefusedLogInForTrouble() {
    server.setUser("app", "right");

    assertThatThrownBy(() -> mailer("app:wrong@").send(letter()))
        .isInstanceOf(Unavailable.class)
        .message()
        .doesNotContain("wrong");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  @Tag("C164")
  void tellsNothingToAServerThatCannotKeepItToItself() throws IOException {
    try (var scripted = ScriptedServer.answering(line -> null)) {
      var mailer = mailer(scripted.port(), "?starttls=required");

      assertThatThrownBy(() -> mailer.send(letter())).isInstanceOf(Unavailable.class);
      assertThat(scripted.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  private MimeMessage received() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private SmtpMailer mailer(String login) {
    var port = server.getSmtp().getPort();
    return new SmtpMailer(
        SmtpServer.parse("smtp://" + login + "127.0.0.1:" + port),
        "Latchkey <no-reply@id.example.test>",
        new SettableClock());
  }

  private static SmtpMailer mailer(int port, String options) {
    return new SmtpMailer(
        SmtpServer.parse("smtp://127.0.0.1:" + port + options),
        "no-reply@id.example.test",
        new SettableClock());
  }
}
