package dev.latchkey.application.session;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;

/// Who asks, as [CheckAccess] found them: an active user with a live session, of this moment.
///
/// @param origin the request that they ask with
public record Caller(User user, SessionId session, Origin origin) {

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

  /// Something that the caller does to a user, their own self or another.
  public AuditEvent event(EventKind kind, UserId about, Instant at) {
    return AuditEvent.of(kind, at, origin).by(user.id()).about(about).in(session);
  }
}
