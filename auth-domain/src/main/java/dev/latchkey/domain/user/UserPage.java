package dev.latchkey.domain.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of the users that a query asks for.
///
/// @param next where the following page begins; null on the last page
/// @param total how many users match in all; null unless the query asked for it
public record UserPage(List<User> users, UserQuery.@Nullable Place next, @Nullable Long total) {

  public UserPage {
    users = List.copyOf(users);
  }
}
