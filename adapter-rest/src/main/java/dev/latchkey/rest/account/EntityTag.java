package dev.latchkey.rest.account;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Entity tags of users (RFC 9110 section 8.8.3): the version in quotes.
final class EntityTag {
  private static final Pattern FORM = Pattern.compile("\\s*\"(0|[1-9]\\d{0,17})\"\\s*");

  /// Each tag costs a look at the user.
  private static final int MAX_TAGS = 8;

  /// A version that no user has, so that foreign tags match nothing.
  private static final long NONE = -1;

  private EntityTag() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /// Whether this `If-Match` is met by any version.
  static boolean isAny(String ifMatch) {
    return ifMatch.strip().equals("*");
  }

  /// The first eight versions that `If-Match` lists, by strong comparison; at least one, if only
  /// one that never is.
  static List<Long> versions(String ifMatch) {
    var versions =
        Stream.of(ifMatch.split(",", -1))
            .map(FORM::matcher)
            .filter(Matcher::matches)
            .map(tag -> Long.parseLong(tag.group(1)))
            .distinct()
            .limit(MAX_TAGS)
            .toList();
    return versions.isEmpty() ? List.of(NONE) : versions;
  }
}
