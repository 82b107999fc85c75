package dev.latchkey.rest.account;

import dev.latchkey.application.account.EditUser;
import dev.latchkey.domain.user.User;
import dev.latchkey.rest.problem.ProblemCode;
import dev.latchkey.rest.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.time.Duration;

/// The answers that calls on a user share.
final class UserAnswers {

  private UserAnswers() {}

  /// A user with the entity tag that an edit may name in `If-Match`.
  static HttpResponse<?> shown(User user) {
    return HttpResponse.ok(UserResponse.of(user))
        .header(HttpHeaders.ETAG, EntityTag.of(user.version()));
  }

  /// Others edit the same user without pause.
  static HttpResponse<?> busy() {
    return Problems.unavailable(ProblemCode.OVERLOADED, Duration.ofSeconds(1));
  }

  static HttpResponse<?> edited(EditUser.Outcome outcome) {
    return switch (outcome) {
      case EditUser.Edited(User user) -> shown(user);
      case EditUser.Invalid(var violations) -> Problems.invalid(violations);
      case EditUser.Refused refused when refused == EditUser.Refused.BUSY -> busy();
      case EditUser.Refused refused ->
          Problems.of(
              switch (refused) {
                case UNKNOWN -> ProblemCode.NOT_FOUND;
                case FORBIDDEN -> ProblemCode.FORBIDDEN;
                case STALE -> ProblemCode.VERSION_CONFLICT;
                case BUSY -> ProblemCode.OVERLOADED;
                case EMAIL_TAKEN -> ProblemCode.EMAIL_TAKEN;
                case USERNAME_TAKEN -> ProblemCode.USERNAME_TAKEN;
                case LAST_ADMIN -> ProblemCode.LAST_ADMIN;
              });
    };
  }
}
