package dev.latchkey.rest.session;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.rest.json.InvalidRequest;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who wants in, by one of three names for the same thing, and their password.
@Introspected
record LoginRequest(
    @Nullable String email,
    @Nullable String username,
    @Nullable String login,
    @Schema(implementation = String.class, format = "password") RawPassword password) {

  /// The one name that was given.
  ///
  /// @throws InvalidRequest where there is none, or more than one
  String name() {
    var names = Stream.of(email, username, login).filter(Objects::nonNull).toList();
    if (names.size() > 1) {
      throw new InvalidRequest(
          "login",
          Violation.Code.CONFLICTING_FIELDS,
          "Give one of email, username and login, not several.");
    }
    if (names.isEmpty() || names.getFirst().isBlank()) {
      throw new InvalidRequest(
          "login", Violation.Code.REQUIRED, "An email, username or login is needed.");
    }
    return names.getFirst();
  }
}
