package dev.latchkey.rest.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.domain.mail.Letter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// The mailbox as HTML. Everything in a letter is escaped; nothing on the page runs.
final class MailboxPage {
  private static final String STYLE =
      "body{font-family:sans-serif;max-width:44em;margin:2em auto;line-height:1.5}"
          + "pre{white-space:pre-wrap;background:#f4f4f4;padding:1em}"
          + "a.open{display:inline-block;padding:.5em 1em;border:1px solid}";

  /// What a browser may do on the page: nothing but use its one style.
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'; base-uri 'none'"
          .formatted(sha256(STYLE));

  private MailboxPage() {}

  /// @param path of the mailbox
  static String list(List<Letter> letters, String path) {
    var items =
        letters.stream()
            .map(letter -> item(letter, path))
            .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    return page(
        "Mailbox for development",
        letters.isEmpty()
            ? "<p>No mail yet. Register somebody, and reload.</p>"
            : "<p>These mails were sent to nobody. Set SMTP_URL to have them sent.</p>\n" + items);
  }

  private static String item(Letter letter, String path) {
    return "<li><a href=\"%s\">%s</a> to %s%s</li>"
        .formatted(
            escaped(path + "/" + letter.id()),
            escaped(letter.subject()),
            escaped(letter.to().display()),
            link(letter));
  }

  static String one(Letter letter, String path) {
    return page(
        letter.subject(),
        "<p><a href=\"%s\">All mails</a></p>\n<p>To %s</p>\n<pre>%s</pre>\n<p>%s</p>"
            .formatted(
                escaped(path),
                escaped(letter.to().display()),
                escaped(letter.text()),
                link(letter)));
  }

  private static String link(Letter letter) {
    var link = letter.link();
    return link == null
        ? ""
        : " <a class=\"open\" href=\"%s\">open its link</a>".formatted(escaped(link.toString()));
  }

  private static String page(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%s</title><style>%s</style></head>
    <body>
    <h1>%s</h1>
    %s
    </body>
    </html>
    """
        .formatted(escaped(title), STYLE, escaped(title), body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
