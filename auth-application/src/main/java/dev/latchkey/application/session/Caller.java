package dev.latchkey.application.session;

import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;

/// Who asks, as [CheckAccess] found them: an active user with a live session, of this moment.
public record Caller(User user, SessionId session) {

  /// Whether the caller may administer other users.
  public boolean isAdmin() {
    return user.role().equals(RoleName.ADMIN);
  }

  /// Whether the caller is this user.
  public boolean is(UserId id) {
    return user.id().equals(id);
  }

  /// Whether the caller may know of this user at all: their own self, or anyone for an admin.
  public boolean maySee(UserId id) {
    return is(id) || isAdmin();
  }
}
