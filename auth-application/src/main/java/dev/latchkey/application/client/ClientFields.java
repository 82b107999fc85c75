package dev.latchkey.application.client;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.user.DisplayName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a client and gathers all that is wrong with them. Good for one request.
final class ClientFields {
  private final List<Violation> violations = new ArrayList<>();

  @Nullable ClientId id(String text) {
    return noted(
        "client_id",
        ClientId.parse(text),
        Violation.Code.INVALID_VALUE,
        "2 to 48 of a-z, 0-9 and dash, beginning with a letter; no UUID, and not latchkey.");
  }

  @Nullable DisplayName name(@Nullable String text) {
    return text == null
        ? null
        : noted(
            "name",
            DisplayName.parse(text),
            Violation.Code.INVALID_NAME,
            "1 to 100 characters, none of them invisible.");
  }

  @Nullable Scopes scopes(@Nullable Collection<String> texts) {
    return texts == null
        ? null
        : noted(
            "scopes",
            Scopes.parse(texts),
            Violation.Code.INVALID_VALUE,
            "At most 32, each of 1 to 64 visible ASCII characters without quote or backslash.");
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  private <T> @Nullable T noted(
      String field, Optional<T> value, Violation.Code code, String detail) {
    if (value.isEmpty()) {
      violations.add(new Violation(field, code, detail));
    }
    return value.orElse(null);
  }
}
