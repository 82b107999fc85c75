package dev.latchkey.application.audit;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.AuditLog;
import java.time.InstantSource;

/// Notes that somebody asked for what only an admin may.
public final class NoteDenial {
  private final AuditLog audit;
  private final InstantSource clock;

  public NoteDenial(AuditLog audit, InstantSource clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /// Notes it once a minute and user, however often it happens.
  ///
  /// @param what the name of the operation, in words of ours
  public void note(Caller caller, String what) {
    audit.appendOncePerMinute(
        caller.event(EventKind.ACCESS_DENIED, caller.user().id(), clock.instant()).saying(what));
  }
}
