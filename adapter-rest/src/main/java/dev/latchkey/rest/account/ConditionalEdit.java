package dev.latchkey.rest.account;

import dev.latchkey.application.account.EditUser;
import dev.latchkey.application.account.UserEdit;
import dev.latchkey.application.audit.NoteDenial;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.user.UserId;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Edits a user where they still are of a version that the client names in `If-Match` (RFC 9110
/// section 13.1.1).
@Singleton
final class ConditionalEdit {
  private final EditUser editUser;
  private final NoteDenial noteDenial;

  ConditionalEdit(EditUser editUser, NoteDenial noteDenial) {
    this.editUser = editUser;
    this.noteDenial = noteDenial;
  }

  HttpResponse<?> edit(Caller caller, UserId user, UserEdit edit, @Nullable String ifMatch) {
    var outcome = outcome(caller, user, edit, ifMatch);
    if (outcome == EditUser.Refused.FORBIDDEN) {
      noteDenial.note(caller, "fields for admins");
    }
    return UserAnswers.edited(outcome);
  }

  private EditUser.Outcome outcome(
      Caller caller, UserId user, UserEdit edit, @Nullable String ifMatch) {
    if (ifMatch == null || EntityTag.isAny(ifMatch)) {
      return editUser.edit(caller, user, edit, null);
    }
    EditUser.Outcome outcome = EditUser.Refused.STALE;
    for (var version : EntityTag.versions(ifMatch)) {
      outcome = editUser.edit(caller, user, edit, version);
      if (outcome != EditUser.Refused.STALE) {
        break;
      }
    }
    return outcome;
  }
}
