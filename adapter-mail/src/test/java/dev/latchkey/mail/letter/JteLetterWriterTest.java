package dev.latchkey.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.ticket.TicketId;
import dev.latchkey.domain.ticket.TicketSecret;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.testkit.sample.SampleUsers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JteLetterWriterTest {
  private static final Instant AT = Instant.parse("2026-06-15T12:34:56Z");
  private static final Client FIREFOX =
      new Client("192.0.2.77", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
  private static final String SECRET = "canary-secret";

  @ParameterizedTest
  @CsvSource({
    "VERIFY_EMAIL,/account/verify-email",
    "RESET_PASSWORD,/account/reset-password",
    "CONFIRM_EMAIL_CHANGE,/account/change-email"
  })
  @Tag("C089")
  void linksToThePublicUrlAndNothingElse(MailKind kind, String page) {
    var letter = write(mail(kind, "Ann", FIREFOX));
    var link = "https://id.example.test/api" + page + "#token=" + SECRET;

    assertThat(letter.link()).hasToString(link);
    assertThat(letter.text()).contains("\n" + link + "\n").containsOnlyOnce("http");
    assertThat(letter.html()).contains("href=\"" + link + "\"");
    assertThat(letter.html().replace(link, "")).doesNotContain("http");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ACCOUNT_EXISTS",
        "PASSWORD_CHANGED",
        "EMAIL_CHANGED",
        "NEW_DEVICE",
        "WRONG_PASSWORDS"
      })
  @Tag("C089")
  void linksNowhereWhereThereIsNoTicket(MailKind kind) {
    var letter = write(mail(kind, "Ann", FIREFOX));

    assertThat(letter.link()).isNull();
    assertThat(letter.text() + letter.html()).doesNotContain("http");
  }

  @ParameterizedTest
  @EnumSource
  void saysWhoIsMeantWhenAndWhereItCameFrom(MailKind kind) {
    var letter = write(mail(kind, "Zoë Ångström", FIREFOX));

    assertThat(letter.text())
        .startsWith("Hello Zoë Ångström,\n\n")
        .contains("on 15 June 2026 at 12:34 UTC, from 192.0.2.0/24, Firefox on Linux.", "Latchkey");
    assertThat(letter.html())
        .startsWith("<!DOCTYPE html>")
        .contains(
            "<p>Hello Zoë Ångström,</p>",
            "on 15 June 2026 at 12:34 UTC, from 192.0.2.0/24, Firefox on Linux.");
    assertThat(letter.subject()).isNotBlank().contains("Latchkey");
  }

  @Test
  void greetsWithoutANameWhereThereIsNone() {
    var letter = write(mail(MailKind.NEW_DEVICE, null, Client.UNKNOWN));

    assertThat(letter.text())
        .startsWith("Hello,\n\n")
        .contains("from an unknown address, Unknown device");
    assertThat(letter.html()).contains("<p>Hello,</p>");
  }

  @Test
  @Tag("C041")
  void keepsMarkupInANameFromBeingMarkup() {
    var letter = write(mail(MailKind.VERIFY_EMAIL, "<img src=x onerror=1>", FIREFOX));

    assertThat(letter.text()).startsWith("Hello <img src=x onerror=1>,");
    assertThat(letter.html()).doesNotContain("<img").contains("Hello &lt;img src=x onerror=1&gt;,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"You won https://evil.test", "evil.test", "me@evil.test", "a.b.evil.io"})
  void greetsNobodyByWhatAMailProgramWouldMakeALinkOf(String name) {
    var letter = write(mail(MailKind.VERIFY_EMAIL, name, FIREFOX));

    assertThat(letter.text()).startsWith("Hello,\n").doesNotContain("evil");
    assertThat(letter.html()).doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"J. R. R. Tolkien", "Dr. Who", "Ann-Marie O'Neil"})
  void greetsPeopleWithDotsInTheirNames(String name) {
    assertThat(write(mail(MailKind.VERIFY_EMAIL, name, FIREFOX)).text())
        .startsWith("Hello " + name + ",\n");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.200,203.0.113.0/24",
    "2001:db8:abcd:12::1,2001:db8:abcd::/48",
    "::1,0:0:0::/48",
    "no address,an unknown address"
  })
  void tellsTheNetworkNotTheAddress(String ip, String network) {
    var letter = write(mail(MailKind.NEW_DEVICE, "Ann", new Client(ip, null)));

    assertThat(letter.text()).contains("from " + network + ", Unknown device");
  }

  @Test
  @Tag("C041")
  void keepsSubjectsToOneLine() {
    var subjects = Map.of(MailKind.NEW_DEVICE, "{product}: hello\r\nBcc: v@y.test");
    var style = new LetterStyle("Door\u2028man", "https://id.example.test", subjects);
    var writer = new JteLetterWriter(style, ticket -> new TicketSecret(SECRET));

    assertThat(writer.write(mail(MailKind.NEW_DEVICE, "Ann", FIREFOX)).subject())
        .isEqualTo("Door man: hello Bcc: v@y.test");
  }

  @Test
  @Tag("C143")
  void showsNoSecretWhenPrinted() {
    var facts = new Facts("Latchkey", "Ann", "https://id.test/#token=" + SECRET, "", "");

    assertThat(facts.toString()).doesNotContain(SECRET);
  }

  private static Letter write(ClaimedMail mail) {
    var style = new LetterStyle("Latchkey", "https://id.example.test/api", Map.of());
    return new JteLetterWriter(style, ticket -> new TicketSecret(SECRET)).write(mail);
  }

  private static ClaimedMail mail(MailKind kind, @Nullable String name, Client client) {
    var displayName = name == null ? null : new DisplayName(name);
    var user = SampleUsers.user("ann@example.test", new Profile(null, displayName, null), AT);
    var ticket = new TicketId(new UUID(0, 3));
    var mail =
        switch (kind) {
          case VERIFY_EMAIL, RESET_PASSWORD, CONFIRM_EMAIL_CHANGE ->
              Mail.withTicket(kind, user, user.email(), ticket, client, AT);
          case ACCOUNT_EXISTS, PASSWORD_CHANGED, EMAIL_CHANGED, NEW_DEVICE, WRONG_PASSWORDS ->
              Mail.notice(kind, user, client, AT);
        };
    return new ClaimedMail(new MailId(new UUID(0, 7)), mail, 1);
  }
}
