package dev.latchkey.mail.letter;

import dev.latchkey.domain.WireName;
import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.LetterWriter;
import dev.latchkey.domain.port.TicketSecrets;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes letters from templates that were compiled with this module. They lie in a folder for each
/// language; so far there is English.
public final class JteLetterWriter implements LetterWriter {
  private static final String TEMPLATES = "dev.latchkey.mail.template.";
  private static final String LANGUAGE = "en/";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final TemplateEngine html = engine(ContentType.Html, "html");
  private final TemplateEngine text = engine(ContentType.Plain, "text");
  private final LetterStyle style;
  private final Links links;

  public JteLetterWriter(LetterStyle style, TicketSecrets secrets) {
    this.style = style;
    links = new Links(style.baseUrl(), secrets);
  }

  @Override
  public Letter write(ClaimedMail claimed) {
    var mail = claimed.mail();
    var link = links.of(mail);
    var facts =
        new Facts(
            style.product(),
            Greeting.name(mail.name()),
            link == null ? null : link.toString(),
            TIME.format(mail.at()),
            CoarseOrigin.of(mail.client()));
    return new Letter(
        claimed.id(),
        mail.kind(),
        mail.to(),
        Subjects.of(mail.kind(), style),
        render(text, mail.kind(), facts),
        render(html, mail.kind(), facts),
        link);
  }

  private static String render(TemplateEngine engine, MailKind kind, Facts facts) {
    var output = new StringOutput();
    engine.render(LANGUAGE + file(kind), facts, output);
    return output.toString();
  }

  private static String file(MailKind kind) {
    return WireName.of(kind).replace('_', '-') + ".jte";
  }

  private static TemplateEngine engine(ContentType type, String part) {
    return TemplateEngine.createPrecompiled(
        null, type, JteLetterWriter.class.getClassLoader(), TEMPLATES + part);
  }
}
