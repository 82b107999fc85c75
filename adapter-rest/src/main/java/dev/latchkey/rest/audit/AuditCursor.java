package dev.latchkey.rest.audit;

import dev.latchkey.domain.audit.AuditQuery;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A place in the audit, in a form that clients hand back without reading it.
final class AuditCursor {
  private static final Pattern FORM = Pattern.compile("AUDIT ([0-9a-f-]{36}) (\\d{4}-.{1,30})");

  private AuditCursor() {}

  static String write(AuditQuery.Place place) {
    var text = "AUDIT " + place.id() + " " + place.at();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Empty where it is none of ours.
  static Optional<AuditQuery.Place> read(String cursor) {
    try {
      var form =
          FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
      return form.matches()
          ? Optional.of(
              new AuditQuery.Place(Instant.parse(form.group(2)), UUID.fromString(form.group(1))))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException foreign) {
      return Optional.empty();
    }
  }
}
