package dev.latchkey.testkit.mail;

import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.port.LetterWriter;
import java.net.URI;

/// Letters of one word, whose links name the ticket instead of its secret.
public final class PlainLetters implements LetterWriter {

  @Override
  public Letter write(ClaimedMail claimed) {
    var mail = claimed.mail();
    var text = mail.kind().name();
    var link = mail.ticket() == null ? null : URI.create("https://id.test/#token=" + mail.ticket());
    return new Letter(
        claimed.id(), mail.kind(), mail.to(), text, text, "<p>" + text + "</p>", link);
  }
}
