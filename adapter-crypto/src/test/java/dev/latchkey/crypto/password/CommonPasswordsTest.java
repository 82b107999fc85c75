package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.password.PasswordPolicy;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.user.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommonPasswordsTest {
  private final CommonPasswords common = CommonPasswords.load();

  @Test
  @Tag("C035")
  void knowsEveryLineOfTheListInLowerCase() throws IOException {
    var lines = lines();

    assertThat(lines).hasSizeGreaterThan(90_000).allMatch(common);
    assertThat(common.size()).isEqualTo(lines.size());
    assertThat(lines.stream().filter(line -> line.length() >= 8)).hasSizeGreaterThan(3_000);
  }

  @Test
  @Tag("C035")
  void knowsTheBestKnown() {
    assertThat(common).accepts("password", "123456", "qwerty123", "iloveyou");
  }

  @Test
  @Tag("C035")
  void noLineOfTheListThatIsLongEnoughBecomesAPassword() throws IOException {
    var policy = new PasswordPolicy(8, common);
    var long8 = lines().stream().filter(line -> new RawPassword(line).length() >= 8).toList();

    var taken = long8.stream().filter(line -> !isTooCommon(policy, line)).toList();
    var takenInCapitals =
        long8.stream().filter(line -> !isTooCommon(policy, line.toUpperCase(Locale.ROOT))).toList();

    assertThat(long8).hasSizeGreaterThan(3_000);
    assertThat(taken).isEmpty();
    assertThat(takenInCapitals).isEmpty();
  }

  private static boolean isTooCommon(PasswordPolicy policy, String password) {
    return policy.check("password", new RawPassword(password), null, Profile.EMPTY).stream()
        .anyMatch(found -> found.code() == Violation.Code.PASSWORD_TOO_COMMON);
  }

  @Test
  void knowsNothingElse() throws IOException {
    var lines = lines();

    assertThat(common).rejects("", "nobody ever chose this", "pässword", "\uffff", "\0");
    assertThat(lines.stream().map(line -> line + "\1")).noneMatch(common);
    assertThat(lines.stream().map(line -> line.substring(1)).filter(tail -> !lines.contains(tail)))
        .isNotEmpty()
        .noneMatch(common);
  }

  private static Set<String> lines() throws IOException {
    try (var stream = CommonPasswords.class.getResourceAsStream("passwords.txt")) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      var lines = new HashSet<>(text.toLowerCase(Locale.ROOT).lines().toList());
      lines.remove("");
      return lines;
    }
  }
}
