package dev.latchkey.rest.admin;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.rest.json.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/// A place in a list of one order, in a form that clients hand back without reading it.
final class Cursor {
  private static final Pattern FORM =
      Pattern.compile("([A-Z_]+) ([0-9a-f-]{36}) (\\p{Graph}{1,254})");
  private static final Pattern TIME = Pattern.compile("\\d{4}-.{1,30}");

  private Cursor() {}

  static String write(UserQuery.Place place, UserQuery.Order order) {
    var text = order + " " + place.id() + " " + place.rank();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a cursor.
  ///
  /// @throws InvalidRequest where it is none of a list of this order
  static UserQuery.Place read(String cursor, UserQuery.Order order) {
    try {
      var form =
          FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
      if (form.matches() && form.group(1).equals(order.name())) {
        return new UserQuery.Place(
            rank(form.group(3), order), new UserId(UUID.fromString(form.group(2))));
      }
    } catch (IllegalArgumentException | DateTimeException foreign) {
      // Said below.
    }
    throw new InvalidRequest("cursor", Violation.Code.INVALID_VALUE, "Not a cursor of this list.");
  }

  private static String rank(String text, UserQuery.Order order) {
    return switch (order) {
      case EMAIL, EMAIL_DESCENDING -> text;
      case NEWEST, OLDEST -> {
        if (!TIME.matcher(text).matches()) {
          throw new DateTimeException("no time of ours");
        }
        yield Instant.parse(text).toString();
      }
    };
  }
}
