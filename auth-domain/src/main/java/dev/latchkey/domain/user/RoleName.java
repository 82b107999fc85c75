package dev.latchkey.domain.user;

import java.util.regex.Pattern;

/// The name of a role: a lower-case letter, then up to 31 of `[a-z0-9_-]`. Compared exactly.
public record RoleName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  /// The role of a user who asked for none.
  public static final RoleName USER = new RoleName("user");

  /// The role that may administer other users. Never granted by registration.
  public static final RoleName ADMIN = new RoleName("admin");

  public RoleName {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a role name");
    }
  }

  /// Whether the text has the form of a role name.
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
