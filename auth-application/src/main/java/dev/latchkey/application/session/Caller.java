package dev.latchkey.application.session;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who asks: an active user of this moment, with a live session, as [CheckAccess] found them, or
/// with a live API key. What a key is not for is refused at the edge, before any use case.
///
/// @param openSession null for whoever shows an API key
/// @param key null for whoever is in a session
/// @param origin the request that they ask with
public record Caller(
    User user, @Nullable SessionId openSession, @Nullable ApiKey key, Origin origin) {

  /// A user in a session.
  public Caller(User user, SessionId session, Origin origin) {
    this(user, session, null, origin);
  }

  /// A program that shows a user's API key.
  public static Caller by(User user, ApiKey key, Origin origin) {
    return new Caller(user, null, key, origin);
  }

  /// The session that the caller is in.
  ///
  /// @throws IllegalStateException where they show an API key, with which nothing can be done that
  ///   asks for a session
  public SessionId session() {
    if (openSession == null) {
      throw new IllegalStateException("an API key opens no session");
    }
    return openSession;
  }

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
    return event(kind, at).about(about);
  }

  /// Something that the caller does to no user.
  public AuditEvent event(EventKind kind, Instant at) {
    var event = AuditEvent.of(kind, at, origin).by(user.id());
    if (openSession != null) {
      return event.in(openSession);
    }
    return key == null ? event : event.with(key.id());
  }
}
