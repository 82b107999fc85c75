package dev.latchkey.application.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.Violation.Code;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.testkit.password.ListedBreachedPasswords;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C035")
final class CheckPasswordTest {
  private static final RawPassword LEAKED = new RawPassword("canary horse battery");

  private final ListedBreachedPasswords breached = new ListedBreachedPasswords();
  private final PasswordPolicy policy = new PasswordPolicy(8, Set.of("password1")::contains);
  private final CheckPassword checkPassword = new CheckPassword(policy, breached);

  @Test
  void refusesAPasswordThatWasFoundInABreach() {
    breached.add(LEAKED);

    var violations = checkPassword.check("new_password", LEAKED, null, Profile.EMPTY).all();

    assertThat(violations).extracting(Violation::code).containsExactly(Code.PASSWORD_COMPROMISED);
    assertThat(violations.get(0).field()).isEqualTo("new_password");
    assertThat(violations.toString()).doesNotContain("canary");
  }

  @Test
  void takesAPasswordThatNoBreachHolds() {
    assertThat(codes(LEAKED)).isEmpty();
    assertThat(breached.lookUps()).isEqualTo(1);
  }

  @Test
  void takesAPasswordByTheRulesAloneWhereTheListDoesNotAnswer() {
    breached.add(LEAKED);
    breached.silence(true);

    assertThat(codes(LEAKED)).isEmpty();
    assertThat(codes(new RawPassword("password1"))).containsExactly(Code.PASSWORD_TOO_COMMON);
  }

  @Test
  void looksUpNothingThatTheRulesRefuseAnyway() {
    assertThat(codes(new RawPassword("short"))).containsExactly(Code.PASSWORD_TOO_SHORT);
    assertThat(codes(new RawPassword("x".repeat(257)))).containsExactly(Code.PASSWORD_TOO_LONG);
    assertThat(codes(new RawPassword("password1"))).containsExactly(Code.PASSWORD_TOO_COMMON);

    assertThat(breached.lookUps()).isZero();
  }

  @Test
  void asksNobodyBeforeItIsToldTo() {
    var checked = checkPassword.check("password", LEAKED, null, Profile.EMPTY);

    assertThat(checked.byRules()).isEmpty();
    assertThat(breached.lookUps()).isZero();
  }

  @Test
  void knowsOfNoBreachWhereNobodyIsAsked() {
    var alone = new CheckPassword(policy, BreachedPasswords.none());

    assertThat(alone.check("password", LEAKED, null, Profile.EMPTY).all()).isEmpty();
  }

  private List<Code> codes(RawPassword password) {
    return checkPassword.check("password", password, null, Profile.EMPTY).all().stream()
        .map(Violation::code)
        .toList();
  }
}
