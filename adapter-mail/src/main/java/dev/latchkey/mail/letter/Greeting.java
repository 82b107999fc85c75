package dev.latchkey.mail.letter;

import dev.latchkey.domain.user.DisplayName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How people are greeted. Whoever registers somebody else's address chooses the name that its
/// owner reads: one that a mail program would make a link of is left out.
final class Greeting {
  private static final int LONGEST = 64;
  private static final Pattern LIKE_A_LINK = Pattern.compile("[/@:]|\\S\\.[^\\s.]{2}");

  private Greeting() {}

  static @Nullable String name(@Nullable DisplayName name) {
    return name == null
            || name.value().length() > LONGEST
            || LIKE_A_LINK.matcher(name.value()).find()
        ? null
        : name.value();
  }
}
