package dev.latchkey.application.account;

import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.port.UserStore.Update;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.FieldReader;
import dev.latchkey.domain.user.ImageUrl;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.RolePolicy;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.Username;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Changes what is known of a user: one's own profile, or anything of anyone for an admin.
public final class EditUser {
  private static final int ATTEMPTS = 5;

  private final UserStore users;
  private final RolePolicy roles;
  private final InstantSource clock;

  public EditUser(UserStore users, RolePolicy roles, InstantSource clock) {
    this.users = users;
    this.roles = roles;
    this.clock = clock;
  }

  /// What became of an edit.
  public sealed interface Outcome {}

  /// The user as it stands now; unchanged where the edit changes nothing.
  public record Edited(User user) implements Outcome {}

  /// The edit has faults: all of them.
  public record Invalid(List<Violation> violations) implements Outcome {}

  /// Nothing was changed.
  public enum Refused implements Outcome {
    /// No such user, or none that the caller may know of.
    UNKNOWN,
    /// The edit changes what only an admin may.
    FORBIDDEN,
    /// The user is no longer of the version that the caller edited.
    STALE,
    /// Others edited the user again and again meanwhile.
    BUSY,
    EMAIL_TAKEN,
    USERNAME_TAKEN,
    /// Nobody would be left to administer the users.
    LAST_ADMIN
  }

  /// Edits a user. Deactivating ends every session in the same commit; a new role counts at once.
  /// An address that an admin changes is unverified unless the edit says otherwise.
  ///
  /// @param expectedVersion the version that the caller saw; null edits whatever is there
  public Outcome edit(Caller caller, UserId id, UserEdit edit, @Nullable Long expectedVersion) {
    if (expectedVersion != null) {
      return editOnce(caller, id, edit, expectedVersion);
    }
    // Without an expectation a lost race is no reason to refuse: read again and edit that.
    Outcome outcome = Refused.STALE;
    for (int i = 0; i < ATTEMPTS && outcome == Refused.STALE; i++) {
      outcome = editOnce(caller, id, edit, null);
    }
    return outcome == Refused.STALE ? Refused.BUSY : outcome;
  }

  private Outcome editOnce(Caller caller, UserId id, UserEdit edit, @Nullable Long expected) {
    var current = caller.maySee(id) ? users.find(id).orElse(null) : null;
    if (current == null) {
      return Refused.UNKNOWN;
    }
    if (expected != null && expected != current.version()) {
      return Refused.STALE;
    }
    var fields = new FieldReader();
    var edited = apply(edit, current, fields);
    if (!fields.violations().isEmpty()) {
      return new Invalid(fields.violations());
    }
    if (edited.equals(current)) {
      return new Edited(current);
    }
    return caller.isAdmin() || changesProfileOnly(current, edited)
        ? save(caller, current, edited)
        : Refused.FORBIDDEN;
  }

  private User apply(UserEdit edit, User current, FieldReader fields) {
    var email = fields.email(edit.email().appliedToRequired(current.email().display()));
    var old = current.profile();
    var profile =
        fields.profile(
            edit.username().appliedTo(text(old.username(), Username::value)),
            edit.name().appliedTo(text(old.name(), DisplayName::value)),
            edit.imageUrl().appliedTo(text(old.imageUrl(), ImageUrl::value)));
    var role = role(edit.role().appliedToRequired(current.role().value()), current.role(), fields);
    var sameEmail = current.email().equals(email);
    return current.edited(
        // An equal address in another spelling is no change, so its owner's spelling stays.
        email == null || sameEmail ? current.email() : email,
        profile,
        role,
        edit.active().appliedToRequired(current.active()),
        edit.verified().appliedToRequired(sameEmail && current.verified()));
  }

  /// A role that the deployment has, or the one that the user has anyway.
  private RoleName role(String name, RoleName current, FieldReader fields) {
    if (name.equals(current.value())) {
      return current;
    }
    return roles
        .find(name)
        .orElseGet(() -> {
          fields.note(
              List.of(
                  new Violation(
                      "role", Violation.Code.UNKNOWN_ROLE, "There is no such role here.")));
          return roles.defaultRole();
        });
  }

  private static <V> @Nullable String text(@Nullable V value, Function<V, String> toText) {
    return value == null ? null : toText.apply(value);
  }

  private static boolean changesProfileOnly(User current, User edited) {
    return edited.equals(
        current.edited(
            current.email(),
            edited.profile(),
            current.role(),
            current.active(),
            current.verified()));
  }

  /// The owner of the old address hears of the change, whoever made it.
  private static List<Mail> notices(Caller caller, User current, User edited, Instant now) {
    return current.email().equals(edited.email())
        ? List.of()
        : List.of(Mail.notice(MailKind.EMAIL_CHANGED, current, caller.origin().client(), now));
  }

  private Outcome save(Caller caller, User current, User edited) {
    var now = clock.instant();
    var events = EditEvents.of(caller, current, edited, now);
    var update =
        users.update(
            edited, now, new Consequences(events, notices(caller, current, edited, now), null));
    if (update instanceof Update.Saved saved) {
      return new Edited(saved.user());
    }
    return switch ((Update.NotSaved) update) {
      case UNKNOWN -> Refused.UNKNOWN;
      case STALE -> Refused.STALE;
      case EMAIL_TAKEN -> Refused.EMAIL_TAKEN;
      case USERNAME_TAKEN -> Refused.USERNAME_TAKEN;
      case LAST_ADMIN -> Refused.LAST_ADMIN;
    };
  }
}
