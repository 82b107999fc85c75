package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.WireName;
import dev.latchkey.domain.user.RegistrationMode;
import dev.latchkey.domain.user.RoleName;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Forms of one setting or two.
final class Forms {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  static final Form<Secret> SECRET =
      new Form<>("text", text -> text.isEmpty() ? Optional.empty() : Optional.of(new Secret(text)));
  static final Form<String> NAME =
      Form.text(
          "at most 255 visible ASCII characters", text -> text.matches("[\\x21-\\x7E]{1,255}"));

  static final Form<String> HOST =
      Form.text("an IP address or host name", text -> text.matches("[0-9A-Za-z.:-]{1,253}"));

  private Forms() {}

  static Optional<RoleName> roleName(String text) {
    return RoleName.isWellFormed(text) ? Optional.of(new RoleName(text)) : Optional.empty();
  }

  static Optional<RegistrationMode> registrationMode(String text) {
    return Stream.of(RegistrationMode.values())
        .filter(mode -> WireName.of(mode).equals(text))
        .findAny();
  }

  static Optional<Path> folder(String text) {
    try {
      var home = System.getProperty("user.home");
      var path = text.equals("~") || text.startsWith("~/") ? home + text.substring(1) : text;
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(Path.of(path).toAbsolutePath().normalize());
    } catch (InvalidPathException notPath) {
      return Optional.empty();
    }
  }

  static boolean isWord(String text) {
    var length = text.codePointCount(0, text.length());
    return length >= 3 && length <= 64;
  }

  static Optional<URI> publicUrl(String text) {
    return http(text).filter(url -> url.getRawQuery() == null && !text.endsWith("/"));
  }

  static Optional<String> origin(String text) {
    return http(text)
        .filter(url -> url.getRawPath().isEmpty() && url.getRawQuery() == null)
        .map(URI::toString);
  }

  /// Whether the URL leads to this machine and no further.
  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host);
  }

  private static Optional<URI> http(String text) {
    try {
      var url = new URI(text);
      var scheme = url.getScheme();
      return ("http".equals(scheme) || "https".equals(scheme))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException notUrl) {
      return Optional.empty();
    }
  }
}
