package dev.latchkey.application.account;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the audit keeps of an edit: which fields, and of a role also what it was; never what a
/// person says of themselves.
final class EditEvents {
  private EditEvents() {}

  static List<AuditEvent> of(Caller caller, User before, User after, Instant now) {
    var events = new ArrayList<AuditEvent>();
    var fields = fields(before, after);
    if (!fields.isEmpty()) {
      events.add(
          caller.event(EventKind.USER_EDITED, before.id(), now).saying(String.join(",", fields)));
    }
    if (!before.role().equals(after.role())) {
      events.add(
          caller
              .event(EventKind.ROLE_CHANGED, before.id(), now)
              .saying("%s>%s".formatted(before.role().value(), after.role().value())));
    }
    if (before.active() != after.active()) {
      var kind = after.active() ? EventKind.USER_REACTIVATED : EventKind.USER_DEACTIVATED;
      events.add(caller.event(kind, before.id(), now));
    }
    return events;
  }

  private static List<String> fields(User before, User after) {
    var fields = new ArrayList<String>();
    if (!before.email().equals(after.email())) {
      fields.add("email");
    }
    if (!before.profile().equals(after.profile())) {
      fields.add("profile");
    }
    if (before.verified() != after.verified()) {
      fields.add("is_verified");
    }
    return fields;
  }
}
