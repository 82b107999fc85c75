package dev.latchkey.domain.limit;

import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.UserId;
import java.util.Locale;
import java.util.UUID;

/// An account as limits count it: the user's, under whichever of their names, or one that does not
/// exist, under its name.
///
/// @param user nobody's id where there is no such account
/// @param name what it is counted under
public record AccountKey(UserId user, String name) {
  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  /// The account of a user.
  public static AccountKey of(UserId user) {
    return new AccountKey(user, "user:" + user.value());
  }

  /// An account that does not exist, by what was typed for it. Spellings that would find the same
  /// user are one.
  public static AccountKey missing(String login) {
    var name =
        LoginName.parse(login)
            .map(AccountKey::canonical)
            .orElseGet(() -> login.strip().toLowerCase(Locale.ROOT));
    return new AccountKey(NOBODY, "login:" + name);
  }

  private static String canonical(LoginName login) {
    return login instanceof LoginName.ByEmail byEmail
        ? byEmail.email().canonical()
        : ((LoginName.ByUsername) login).username().value();
  }

  /// Shows no name.
  @Override
  public String toString() {
    return "AccountKey[" + user + "]";
  }
}
