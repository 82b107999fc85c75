package dev.latchkey.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.user.EmailAddress;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LetterTest {

  @Test
  @Tag("C143")
  void showsNeitherItsSecretNorItsReaderWhenPrinted() {
    var letter =
        new Letter(
            new MailId(new UUID(0, 7)),
            MailKind.RESET_PASSWORD,
            EmailAddress.parse("ann@example.test").orElseThrow(),
            "Set a new password",
            "open https://id.test/#token=canary",
            "<a href='https://id.test/#token=canary'>",
            URI.create("https://id.test/#token=canary"));

    assertThat(letter)
        .hasToString("Letter[id=00000000-0000-0000-0000-000000000007, kind=RESET_PASSWORD]");
  }
}
