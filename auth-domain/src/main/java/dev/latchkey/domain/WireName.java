package dev.latchkey.domain;

import java.util.Locale;

/// What constants are called towards machines and operators.
public final class WireName {
  private WireName() {}

  /// The name in small letters: `login_failures`.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
