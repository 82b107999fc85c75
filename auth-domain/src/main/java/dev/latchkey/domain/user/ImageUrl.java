package dev.latchkey.domain.user;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Where a person's picture lies: an absolute `https` URL of at most 2,048 characters, without user
/// information. It is handed on, never fetched.
public record ImageUrl(String value) {
  private static final int MAX_LENGTH = 2048;

  public ImageUrl {
    if (!acceptable(value)) {
      throw new IllegalArgumentException("not an https URL");
    }
  }

  /// Reads a URL, ignoring spaces around it.
  ///
  /// @return empty where the text is no such URL
  public static Optional<ImageUrl> parse(String text) {
    var stripped = text.strip();
    return acceptable(stripped) ? Optional.of(new ImageUrl(stripped)) : Optional.empty();
  }

  private static boolean acceptable(String text) {
    if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
      return false;
    }
    try {
      var uri = new URI(text);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }
}
