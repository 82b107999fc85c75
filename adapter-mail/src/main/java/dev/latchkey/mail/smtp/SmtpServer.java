package dev.latchkey.mail.smtp;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An SMTP server to hand letters to.
///
/// @param user who logs in there; null where nobody needs to
/// @param password null where there is no user
public record SmtpServer(
    String host,
    int port,
    Encryption encryption,
    @Nullable String user,
    @Nullable String password) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final int SUBMISSION_PORT = 587;
  private static final int SUBMISSIONS_PORT = 465;

  /// How what is sent is kept from others.
  public enum Encryption {
    /// TLS from the first byte on (RFC 8314 section 3.3).
    IMPLICIT,
    /// `STARTTLS` (RFC 3207); a server that does not offer it is told nothing.
    STARTTLS,
    /// Not at all.
    NONE
  }

  /// Reads `smtp://user:password@host:587`, or `smtps://…:465`. User and password are
  /// percent-encoded. `smtp` requires STARTTLS, but for this machine; `?starttls=required` and
  /// `?starttls=off` say otherwise.
  ///
  /// @throws IllegalArgumentException where the text is no such URL; without the text
  public static SmtpServer parse(String text) {
    var url = url(text);
    var implicit = "smtps".equals(url.getScheme());
    if (!implicit && !"smtp".equals(url.getScheme())
        || url.getHost() == null
        || !Objects.requireNonNullElse(url.getRawPath(), "").matches("/?")
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException("no SMTP URL");
    }
    var port = implicit ? SUBMISSIONS_PORT : SUBMISSION_PORT;
    var login = Objects.requireNonNullElse(url.getRawUserInfo(), "").split(":", 2);
    if (login.length != (url.getRawUserInfo() == null ? 1 : 2)) {
      throw new IllegalArgumentException("an SMTP URL has a user and a password, or neither");
    }
    return new SmtpServer(
        url.getHost(),
        url.getPort() == -1 ? port : url.getPort(),
        implicit ? implicit(url) : starttls(url),
        login.length == 1 ? null : decoded(login[0]),
        login.length == 1 ? null : decoded(login[1]));
  }

  /// Whether letters leave this machine in the clear.
  public boolean isPlainAndRemote() {
    return encryption == Encryption.NONE && !LOOPBACK.contains(host);
  }

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException notUrl) {
      throw new IllegalArgumentException("no URL");
    }
  }

  private static Encryption implicit(URI url) {
    if (url.getRawQuery() != null) {
      throw new IllegalArgumentException("smtps has no options");
    }
    return Encryption.IMPLICIT;
  }

  private static Encryption starttls(URI url) {
    var query = url.getRawQuery();
    if (query == null) {
      return LOOPBACK.contains(url.getHost()) ? Encryption.NONE : Encryption.STARTTLS;
    }
    return switch (query) {
      case "starttls=required" -> Encryption.STARTTLS;
      case "starttls=off" -> Encryption.NONE;
      default -> throw new IllegalArgumentException("no option of an SMTP URL");
    };
  }

  /// A plus is a plus here, unlike in a form.
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Without the password.
  @Override
  public String toString() {
    return "SmtpServer[" + host + ":" + port + ", " + encryption + "]";
  }
}
