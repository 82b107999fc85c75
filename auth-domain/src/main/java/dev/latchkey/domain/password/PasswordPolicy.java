package dev.latchkey.domain.password;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a new password must be: long enough, short enough to hash, not among the commonest, and not
/// the person's own name or address. No composition rules and no expiry (NIST SP 800-63B-4).
///
/// @param minLength the fewest code points, 8 at least
/// @param common whether a lower-case text is among the commonest passwords
public record PasswordPolicy(int minLength, Predicate<String> common) {
  /// The least that any deployment may ask for (ASVS 5 6.2.1).
  public static final int LEAST_MIN_LENGTH = 8;

  private static final int SHORTEST_TELLING_WORD = 3;

  public PasswordPolicy {
    if (minLength < LEAST_MIN_LENGTH || minLength > RawPassword.MAX_CODE_POINTS) {
      throw new IllegalArgumentException("the minimum length must be 8 to 256");
    }
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
    var folded = fold(password.reveal());
    var violations = new ArrayList<Violation>();
    if (common.test(folded) || isMadeOf("latchkey", folded)) {
      violation(
              field,
              Violation.Code.PASSWORD_TOO_COMMON,
              "This password is among those that attackers try first.")
          .ifPresent(violations::add);
    }
    if (personalWords(email, profile).stream().anyMatch(word -> isMadeOf(word, folded))) {
      violation(
              field,
              Violation.Code.PASSWORD_PERSONAL,
              "The password is the name or address of its owner.")
          .ifPresent(violations::add);
    }
    return violations;
  }

  private static List<String> personalWords(@Nullable EmailAddress email, Profile profile) {
    var words = new ArrayList<String>();
    if (email != null) {
      words.addAll(List.of(email.canonical(), email.localPart()));
    }
    if (profile.username() != null) {
      words.add(profile.username().value());
    }
    if (profile.name() != null) {
      words.add(fold(profile.name().value()));
    }
    return words;
  }

  /// Whether the text is the word, once or over and over, with nothing but digits and signs around
  /// or between. A word of digits alone is too easily met by chance: that has to be the whole text.
  private static boolean isMadeOf(String word, String text) {
    var rest = text.replace(word, "");
    return word.length() >= SHORTEST_TELLING_WORD
        && text.contains(word)
        && (rest.isEmpty() || (hasLetter(word) && !hasLetter(rest)));
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static Optional<Violation> violation(String field, Violation.Code code, String detail) {
    return Optional.of(new Violation(field, code, detail));
  }
}
