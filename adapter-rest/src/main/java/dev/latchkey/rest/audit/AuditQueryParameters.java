package dev.latchkey.rest.audit;

import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.rest.json.QueryParameters;
import dev.latchkey.rest.json.UtcTime;
import io.micronaut.http.HttpParameters;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads which events to list from a query string.
final class AuditQueryParameters {
  private static final int DEFAULT_LIMIT = 20;
  private static final Set<String> KNOWN =
      Set.of("limit", "cursor", "user_id", "actor_id", "kind", "since", "until");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private AuditQueryParameters() {}

  static AuditQuery read(HttpParameters given) {
    var parameters = QueryParameters.of(given, KNOWN);
    return new AuditQuery(
        parameters.read("user_id", AuditQueryParameters::user),
        parameters.read("actor_id", AuditQueryParameters::user),
        parameters.read("kind", EventKind::find),
        parameters.read("since", UtcTime::read),
        parameters.read("until", UtcTime::read),
        parameters.read("cursor", AuditCursor::read),
        parameters.limit(DEFAULT_LIMIT, AuditQuery.MAX_LIMIT));
  }

  private static Optional<UserId> user(String text) {
    return ID.matcher(text).matches()
        ? Optional.of(new UserId(UUID.fromString(text)))
        : Optional.empty();
  }
}
