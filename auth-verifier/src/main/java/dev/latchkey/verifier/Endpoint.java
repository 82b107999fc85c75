package dev.latchkey.verifier;

import java.net.URI;
import java.util.Locale;

/// Where the issuer is asked: by https, or in the clear on this machine.
final class Endpoint {
  private Endpoint() {}

  /// A URL that may be asked.
  ///
  /// @throws IllegalArgumentException for any other
  static URI of(URI uri) {
    var scheme = uri.getScheme();
    var host = uri.getHost();
    if (scheme == null
        || host == null
        || uri.getRawUserInfo() != null
        || uri.getFragment() != null) {
      throw new IllegalArgumentException("not the URL of an endpoint: " + host);
    }
    var isSafe =
        scheme.equalsIgnoreCase("https") || (scheme.equalsIgnoreCase("http") && isLoopback(host));
    if (!isSafe) {
      throw new IllegalArgumentException("https is required for " + host);
    }
    return uri;
  }

  /// By its spelling: names are not looked up.
  private static boolean isLoopback(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
  }
}
