package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.WireName;
import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitName;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a limit is written: `5/15m` is five in fifteen minutes.
final class LimitForm {
  private static final Pattern LIMIT =
      Pattern.compile("([1-9][0-9]{0,6})/([1-9][0-9]{0,3})([smhd])");

  /// The longest first.
  private enum Unit {
    D(86_400),
    H(3_600),
    M(60),
    S(1);

    private final int seconds;

    Unit(int seconds) {
      this.seconds = seconds;
    }
  }

  private LimitForm() {}

  /// The form of this limit; whether and how waits grow over it cannot be set.
  static Form<Limit> of(LimitName name) {
    return new Form<>(
        "a number and a time in s, m, h or d, such as 5/15m", text -> read(text, name.standard()));
  }

  private static Optional<Limit> read(String text, Limit standard) {
    var parts = LIMIT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var unit = Unit.valueOf(parts.group(3).toUpperCase(Locale.ROOT));
    var window = Duration.ofSeconds((long) unit.seconds * Integer.parseInt(parts.group(2)));
    return Optional.of(new Limit(Integer.parseInt(parts.group(1)), window, standard.firstWait()));
  }

  /// The name of the setting.
  static String setting(LimitName name) {
    return "LIMIT_" + name.name();
  }

  /// How the default is written, in the largest unit that fits.
  static String standard(LimitName name) {
    var limit = name.standard();
    var seconds = limit.window().toSeconds();
    var unit =
        Stream.of(Unit.values()).filter(u -> seconds % u.seconds == 0).findFirst().orElseThrow();
    var letter = WireName.of(unit);
    return "%d/%d%s".formatted(limit.max(), seconds / unit.seconds, letter);
  }
}
