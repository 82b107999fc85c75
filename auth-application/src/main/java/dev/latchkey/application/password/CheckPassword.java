package dev.latchkey.application.password;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.domain.port.BreachedPasswords.Finding;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Says whether a new password will do: by the rules, and by what is known of breaches elsewhere.
/// Every use case that takes a new password asks here, before it is hashed.
public final class CheckPassword {
  private final PasswordPolicy policy;
  private final BreachedPasswords breached;

  public CheckPassword(PasswordPolicy policy, BreachedPasswords breached) {
    this.policy = policy;
    this.breached = breached;
  }

  /// What is wrong with a new password.
  ///
  /// @param byRules what the rules say, which asks nobody
  /// @param breach what the list of breaches says, which is asked each time
  public record Checked(List<Violation> byRules, Supplier<List<Violation>> breach) {

    /// Everything. Breaches are looked up only for a password that keeps to the rules: to be called
    /// after whatever limit there is, since it calls somebody else.
    public List<Violation> all() {
      return byRules.isEmpty() ? breach.get() : byRules;
    }
  }

  /// Checks a new password of this person. Where the list of breaches does not answer, the rules
  /// alone decide.
  ///
  /// @param field the field's name as the caller knows it
  /// @param email null where the person has given none that can be read
  public Checked check(
      String field, RawPassword password, @Nullable EmailAddress email, Profile profile) {
    return new Checked(
        policy.check(field, password, email, profile), () -> lookedUp(field, password));
  }

  private List<Violation> lookedUp(String field, RawPassword password) {
    return breached.find(password) == Finding.FOUND
        ? List.of(
            new Violation(
                field,
                Violation.Code.PASSWORD_COMPROMISED,
                "This password was found in a breach of another service. Choose one that you use"
                    + " nowhere else."))
        : List.of();
  }
}
