package dev.latchkey.domain.password;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a new password must be: long enough, short enough to hash, not among the commonest, not
/// made of words that go with the place, and not the person's own name or address. No composition
/// rules and no expiry (NIST SP 800-63B-4).
///
/// @param minLength the fewest code points, 8 at least
/// @param contextWords words that anybody would try here: of the product, the company, the roles;
///   `latchkey` is always one
/// @param common whether a lower-case text is among the commonest passwords
public record PasswordPolicy(int minLength, Set<String> contextWords, Predicate<String> common) {
  /// The least that any deployment may ask for (ASVS 5 6.2.1).
  public static final int LEAST_MIN_LENGTH = 8;

  private static final String OURSELVES = "latchkey";

  public PasswordPolicy {
    contextWords =
        Stream.concat(contextWords.stream(), Stream.of(OURSELVES))
            .collect(Collectors.toUnmodifiableSet());
    if (minLength < LEAST_MIN_LENGTH || minLength > RawPassword.MAX_CODE_POINTS) {
      throw new IllegalArgumentException("the minimum length must be 8 to 256");
    }
  }

  /// Rules that know no words of the place.
  public PasswordPolicy(int minLength, Predicate<String> common) {
    this(minLength, Set.of(), common);
  }

  /// What is wrong with a password before anything is known of its owner: the check that also a
  /// log-in makes, ahead of any hashing.
  public static Optional<Violation> checkForm(String field, RawPassword password) {
    if (password.isTooLong()) {
      return violation(
          field,
          Violation.Code.PASSWORD_TOO_LONG,
          "At most 256 characters and 1,024 bytes are allowed.");
    }
    return password.isMalformed()
        ? violation(field, Violation.Code.PASSWORD_MALFORMED, "Control characters are not allowed.")
        : Optional.empty();
  }

  /// Everything that is wrong with a new password of this person.
  ///
  /// @param email null where the person has given none that can be read
  public List<Violation> check(
      String field, RawPassword password, @Nullable EmailAddress email, Profile profile) {
    var form = checkForm(field, password);
    if (form.isPresent()) {
      return List.of(form.get());
    }
    if (password.length() < minLength) {
      var detail = "At least %d characters are needed.".formatted(minLength);
      return List.of(new Violation(field, Violation.Code.PASSWORD_TOO_SHORT, detail));
    }
    var folded = Disguise.fold(password.reveal());
    var violations = new ArrayList<Violation>();
    if (isCommon(folded)) {
      violation(
              field,
              Violation.Code.PASSWORD_TOO_COMMON,
              "This password is among those that attackers try first.")
          .ifPresent(violations::add);
    }
    if (TellingWords.of(email, profile).makeUp(folded)) {
      violation(
              field,
              Violation.Code.PASSWORD_PERSONAL,
              "The password is the name or address of its owner.")
          .ifPresent(violations::add);
    }
    return violations;
  }

  private boolean isCommon(String folded) {
    return Disguise.readings(folded).stream().anyMatch(common)
        || TellingWords.of(contextWords).makeUp(folded);
  }

  private static Optional<Violation> violation(String field, Violation.Code code, String detail) {
    return Optional.of(new Violation(field, code, detail));
  }
}
