package dev.latchkey.domain.audit;

import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened, for those who look into it later. It holds no secret and no address of
/// a person: after a purge its ids point to nobody.
///
/// @param actor who did it; null for somebody who is not logged in, and for the service itself
/// @param user whom it concerns; null where there is no such user
/// @param session which session it concerns
/// @param key which API key it concerns, or was done with
/// @param detail more about it, in words of ours: never what somebody sent
public record AuditEvent(
    EventKind kind,
    Instant at,
    Origin origin,
    @Nullable UserId actor,
    @Nullable UserId user,
    @Nullable SessionId session,
    @Nullable ApiKeyId key,
    @Nullable String detail) {

  /// An event that concerns nobody in particular.
  public static AuditEvent of(EventKind kind, Instant at, Origin origin) {
    return new AuditEvent(kind, at, origin, null, null, null, null, null);
  }

  /// The same event, done by this user.
  public AuditEvent by(UserId actor) {
    return new AuditEvent(kind, at, origin, actor, user, session, key, detail);
  }

  /// The same event, concerning this user.
  public AuditEvent about(UserId user) {
    return new AuditEvent(kind, at, origin, actor, user, session, key, detail);
  }

  /// The same event, concerning this session.
  public AuditEvent in(SessionId session) {
    return new AuditEvent(kind, at, origin, actor, user, session, key, detail);
  }

  /// The same event, concerning this API key or done with it.
  public AuditEvent with(ApiKeyId key) {
    return new AuditEvent(kind, at, origin, actor, user, session, key, detail);
  }

  /// The same event with more about it.
  public AuditEvent saying(String detail) {
    return new AuditEvent(kind, at, origin, actor, user, session, key, detail);
  }
}
