package dev.latchkey.rest.account;

import dev.latchkey.application.account.EditUser;
import dev.latchkey.application.account.UserEdit;
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

  ConditionalEdit(EditUser editUser) {
    this.editUser = editUser;
  }

  HttpResponse<?> edit(Caller caller, UserId user, UserEdit edit, @Nullable String ifMatch) {
    if (ifMatch == null || EntityTag.isAny(ifMatch)) {
      return UserAnswers.edited(editUser.edit(caller, user, edit, null));
    }
    EditUser.Outcome outcome = EditUser.Refused.STALE;
    for (var version : EntityTag.versions(ifMatch)) {
      outcome = editUser.edit(caller, user, edit, version);
      if (outcome != EditUser.Refused.STALE) {
        break;
      }
    }
    return UserAnswers.edited(outcome);
  }
}
