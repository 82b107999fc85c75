package dev.latchkey.domain.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a request came from, as far as it is known. People recognise their devices by it, and
/// limits count by it; it proves nothing.
///
/// @param ip the address in text
/// @param userAgent the `User-Agent` field, cut to 256 characters, without control characters
public record Client(@Nullable String ip, @Nullable String userAgent) {
  /// A caller of whom nothing is known, such as one in process.
  public static final Client UNKNOWN = new Client(null, null);

  private static final int MAX_USER_AGENT = 256;
  private static final Pattern NUMBERS = Pattern.compile("[0-9._]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

  public Client {
    if (userAgent != null) {
      userAgent = cut(printable(userAgent));
    }
  }

  /// The network that the address lies in: the first 24 bits of an IPv4 address, the first 64 of an
  /// IPv6 one, any other text as it is. Null where no address is known.
  public @Nullable String network() {
    return ip == null ? null : Network.of(ip).orElse(ip);
  }

  /// What the client is, whatever its version: the user agent without its numbers, so that an
  /// update makes no new device of an old one. Empty where nothing is known.
  public String kind() {
    return userAgent == null ? "" : NUMBERS.matcher(userAgent).replaceAll("");
  }

  private static String printable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? text
        : UNPRINTABLE.matcher(text).replaceAll("");
  }

  private static String cut(String text) {
    if (text.length() <= MAX_USER_AGENT) {
      return text;
    }
    // Half a surrogate pair is no text that a store could keep.
    var halves = Character.isHighSurrogate(text.charAt(MAX_USER_AGENT - 1));
    return text.substring(0, halves ? MAX_USER_AGENT - 1 : MAX_USER_AGENT);
  }
}
