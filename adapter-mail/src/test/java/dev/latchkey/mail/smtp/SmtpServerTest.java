package dev.latchkey.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.smtp.SmtpServer.Encryption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.test,587,STARTTLS",
    "smtp://mail.test:25/,25,STARTTLS",
    "smtps://mail.test,465,IMPLICIT",
    "smtps://mail.test:4650,4650,IMPLICIT",
    "smtp://localhost:1025,1025,NONE",
    "smtp://127.0.0.1,587,NONE",
    "smtp://localhost?starttls=required,587,STARTTLS",
    "smtp://mail.test?starttls=off,587,NONE"
  })
  void encryptsUnlessItIsThisMachineOrToldNotTo(String url, int port, Encryption encryption) {
    var server = SmtpServer.parse(url);

    assertThat(server.port()).isEqualTo(port);
    assertThat(server.encryption()).isEqualTo(encryption);
  }

  @Test
  void decodesUserAndPassword() {
    var server = SmtpServer.parse("smtp://app%40x.test:p%3Aa%2Fs+s@mail.test");

    assertThat(server.user()).isEqualTo("app@x.test");
    assertThat(server.password()).isEqualTo("p:a/s+s");
  }

  @Test
  void tellsWhatLeavesTheMachineInTheClear() {
    assertThat(SmtpServer.parse("smtp://mail.test?starttls=off").isPlainAndRemote()).isTrue();
    assertThat(SmtpServer.parse("smtp://mail.test").isPlainAndRemote()).isFalse();
    assertThat(SmtpServer.parse("smtp://localhost").isPlainAndRemote()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.test:25",
        "http://mail.test",
        "smtp://",
        "smtp://mail.test/path",
        "smtp://canary@mail.test",
        "smtp://mail.test?starttls=maybe",
        "smtps://mail.test?starttls=off",
        "smtp://mail.test#canary",
        "smtp://a:canary%zz@mail.test",
        "smtp://mail test"
      })
  @Tag("C143")
  void refusesWhatIsNoUrlWithoutShowingIt(String text) {
    assertThatThrownBy(() -> SmtpServer.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("canary", "mail");
  }

  @Test
  @Tag("C143")
  void showsNoPasswordWhenPrinted() {
    assertThat(SmtpServer.parse("smtp://app:canary@mail.test"))
        .hasToString("SmtpServer[mail.test:587, STARTTLS]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-reply", "a b@x.test", "Latchkey <>", "a@x.test, b@x.test"})
  void refusesASenderThatIsNoAddress(String from) {
    assertThatThrownBy(() -> SmtpMailer.sender(from)).isInstanceOf(IllegalArgumentException.class);
  }
}
