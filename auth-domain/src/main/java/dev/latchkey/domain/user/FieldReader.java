package dev.latchkey.domain.user;

import dev.latchkey.domain.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a request into values and gathers all that is wrong with them, so that a
/// person is told everything at once. Good for one request.
public final class FieldReader {
  private final List<Violation> violations = new ArrayList<>();

  /// A reader that has found nothing wrong yet.
  public FieldReader() {}

  /// The required field `email`.
  public @Nullable EmailAddress email(@Nullable String text) {
    if (text == null || text.isBlank()) {
      violations.add(
          new Violation("email", Violation.Code.REQUIRED, "An e-mail address is needed."));
      return null;
    }
    return read(
        "email", text, EmailAddress::parse, Violation.Code.INVALID_EMAIL, "Not an e-mail address.");
  }

  /// The optional fields `username`, `name` and `image_url`.
  public Profile profile(
      @Nullable String username, @Nullable String name, @Nullable String imageUrl) {
    return new Profile(
        read(
            "username",
            username,
            Username::parse,
            Violation.Code.INVALID_USERNAME,
            "3 to 32 of a-z, 0-9, dot, dash and underscore, beginning and ending in a letter or"
                + " digit; some names are reserved."),
        name(name),
        read(
            "image_url",
            imageUrl,
            ImageUrl::parse,
            Violation.Code.INVALID_IMAGE_URL,
            "An https URL of at most 2,048 characters."));
  }

  /// The optional field `name`.
  public @Nullable DisplayName name(@Nullable String text) {
    return read(
        "name",
        text,
        DisplayName::parse,
        Violation.Code.INVALID_NAME,
        "1 to 100 characters, none of them invisible.");
  }

  /// Any other field.
  ///
  /// @param sent null where it was left out, which is no fault
  /// @param parse empty for what the field cannot be
  /// @return null where there is no value, or none that the field can have
  public <S, T> @Nullable T read(
      String field,
      @Nullable S sent,
      Function<S, Optional<T>> parse,
      Violation.Code code,
      String detail) {
    if (sent == null) {
      return null;
    }
    var value = parse.apply(sent).orElse(null);
    if (value == null) {
      violations.add(new Violation(field, code, detail));
    }
    return value;
  }

  /// Notes what somebody else found.
  public void note(List<Violation> found) {
    violations.addAll(found);
  }

  /// All that was wrong so far.
  public List<Violation> violations() {
    return List.copyOf(violations);
  }
}
