package dev.latchkey.domain.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.Violation.Code;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.Username;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordPolicyTest {
  private static final String GOOD = "correct horse battery";

  private final PasswordPolicy policy =
      new PasswordPolicy(
          8, Set.of("password1", "qwertyuiop", "1234567890", "fish and chips")::contains);
  private final EmailAddress email = EmailAddress.parse("Anna.Smith@example.test").orElseThrow();
  private final Profile profile =
      new Profile(new Username("annie77"), new DisplayName("Anna Çelik"), null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "aaaaaaaa",
        "        ",
        "84726153",
        "пароль123",
        "anna smith likes latchkeys",
        "password11",
        "Anna Çelik and friends"
      })
  void asksForNoComposition(String password) {
    assertThat(check(password)).isEmpty();
  }

  @Tag("C034")
  @Test
  void countsTheMinimumInCodePointsAfterComposing() {
    var fifteen = new PasswordPolicy(15, unused -> false);

    assertThat(check(fifteen, "x".repeat(14))).containsExactly(Code.PASSWORD_TOO_SHORT);
    assertThat(check(fifteen, "x".repeat(15))).isEmpty();
    assertThat(check(fifteen, "x".repeat(13) + "e\u0301")).containsExactly(Code.PASSWORD_TOO_SHORT);
    assertThat(check(fifteen, "😀".repeat(15))).isEmpty();
    assertThat(check(fifteen, "😀".repeat(14))).containsExactly(Code.PASSWORD_TOO_SHORT);
  }

  @Tag("C036")
  @ParameterizedTest
  @ValueSource(strings = {"字", "😀", " ", "!"})
  void takesTheLongestThatIsHashed(String character) {
    assertThat(check(character.repeat(256))).isEmpty();
    assertThat(check(character.repeat(257))).containsExactly(Code.PASSWORD_TOO_LONG);
  }

  @Tag("C013")
  @Tag("C019")
  @ParameterizedTest
  @CsvSource({"'', PASSWORD_TOO_SHORT", "'   ', PASSWORD_TOO_SHORT", "seven77, PASSWORD_TOO_SHORT"})
  void refusesAShortOne(String password, Code code) {
    assertThat(check(password)).containsExactly(code);
  }

  @Tag("C019")
  @Tag("C020")
  @ParameterizedTest
  @ValueSource(strings = {"correct\u0000horse", "correct\ud800horse", "\n"})
  void refusesAMalformedOneForThatAlone(String password) {
    assertThat(check(password)).containsExactly(Code.PASSWORD_MALFORMED);
  }

  @Tag("C035")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1",
        "PassWord1",
        "QWERTYUIOP",
        "1234567890",
        "\uff51\uff57\uff45\uff52\uff54\uff59\uff55\uff49\uff4f\uff50",
        "\ufb01sh and chips",
        "p@$$w0rd1",
        "P4SSWORD1",
        "qwertyu10p",
        "f!sh 4nd ch1p5"
      })
  void refusesACommonOneInAnyLetterCaseAndWidth(String password) {
    assertThat(check(password)).containsExactly(Code.PASSWORD_TOO_COMMON);
  }

  @Tag("C035")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "latchkey",
        "Latchkey1",
        "latchkey2026!",
        "2026-LATCHKEY",
        "latchkeylatchkey",
        "latchkey1latchkey2",
        "L@tchk3y2026",
        "1atchkey!"
      })
  void refusesTheProductsNameWithDigitsAndSigns(String password) {
    assertThat(check(password)).containsExactly(Code.PASSWORD_TOO_COMMON);
  }

  @Tag("C035")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna.smith@example.test",
        "ANNA.SMITH@EXAMPLE.TEST",
        "anna.smith",
        "anna.smithanna.smith",
        "Anna.Smith2026",
        "12anna.smith!!",
        "annie77annie77",
        "annie77!!",
        "annie7712345",
        "Anna Çelik",
        "anna c\u0327elik1",
        "AnnaSmith",
        "smith-1984",
        "4nn4.5m1th",
        "Çelik1923",
        "annie-annie",
        "Example2026!",
        "example.test",
        "anna@example"
      })
  void refusesTheOwnersNameOrAddress(String password) {
    assertThat(check(password)).containsExactly(Code.PASSWORD_PERSONAL);
  }

  @Tag("C035")
  @ParameterizedTest
  @ValueSource(
      strings = {"acme-2026", "ACME GmbH", "4cm3acme", "gmbh1234", "Admin123!", "customer1"})
  void refusesTheWordsOfThePlaceWithDigitsAndSigns(String password) {
    var words = Set.of("Acme", "GmbH", "admin", "customer");
    var here = new PasswordPolicy(8, words, unused -> false);

    assertThat(check(here, password)).containsExactly(Code.PASSWORD_TOO_COMMON);
    assertThat(check(here, "the acme of perfection")).isEmpty();
    assertThat(check(here, "macadamia")).isEmpty();
    assertThat(check(password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"annabel1984", "anna knits", "smithereens", "examples", "blacksmith", "anna字字"})
  void takesAPasswordInWhichANameIsOnlyAPart(String password) {
    assertThat(check(password + "  ")).isEmpty();
  }

  @Test
  void refusesADomainHoweverItIsWritten() {
    var owner = EmailAddress.parse("zoe@b\u00fccher.example").orElseThrow();

    for (var password : List.of("b\u00fccher.example", "B\u00fccher12", "xn--bcher-kva")) {
      assertThat(policy.check("password", new RawPassword(password), owner, Profile.EMPTY))
          .extracting(Violation::code)
          .containsExactly(Code.PASSWORD_PERSONAL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9912399812345", "84712361", "123-555-0199"})
  void doesNotTakeDigitsForPersonalBecauseTheAddressHasSome(String password) {
    var numbered = EmailAddress.parse("123@example.test").orElseThrow();

    assertThat(policy.check("password", new RawPassword(password), numbered, Profile.EMPTY))
        .isEmpty();
  }

  @Test
  void refusesAnAddressOfDigitsOverAndOver() {
    var numbered = EmailAddress.parse("987@example.test").orElseThrow();

    assertThat(policy.check("password", new RawPassword("987987987"), numbered, Profile.EMPTY))
        .extracting(Violation::code)
        .containsExactly(Code.PASSWORD_PERSONAL);
  }

  @Test
  void overlooksNamesTooShortToTell() {
    var short2 = EmailAddress.parse("al@example.test").orElseThrow();

    assertThat(policy.check("password", new RawPassword("alalalal"), short2, Profile.EMPTY))
        .isEmpty();
  }

  @Test
  void findsACommonPasswordThatIsPersonalToo() {
    var owner = EmailAddress.parse("password@example.test").orElseThrow();

    assertThat(policy.check("password", new RawPassword("password1"), owner, Profile.EMPTY))
        .extracting(Violation::code)
        .containsExactly(Code.PASSWORD_TOO_COMMON, Code.PASSWORD_PERSONAL);
  }

  @Test
  void asksNothingOfAnOwnerWhoIsNotKnown() {
    assertThat(policy.check("password", new RawPassword("anna.smith"), null, Profile.EMPTY))
        .isEmpty();
  }

  @Tag("C038")
  @Test
  void checksOnlyTheFormAtALogIn() {
    assertThat(PasswordPolicy.checkForm("password", new RawPassword(""))).isEmpty();
    assertThat(PasswordPolicy.checkForm("password", new RawPassword("password1"))).isEmpty();
    assertThat(PasswordPolicy.checkForm("password", new RawPassword("x".repeat(257))))
        .hasValueSatisfying(found -> assertThat(found.code()).isEqualTo(Code.PASSWORD_TOO_LONG));
    assertThat(PasswordPolicy.checkForm("password", new RawPassword("\u0000")))
        .hasValueSatisfying(found -> assertThat(found.code()).isEqualTo(Code.PASSWORD_MALFORMED));
  }

  @Tag("C143")
  @ParameterizedTest
  @ValueSource(
      strings = {"canary", "canary\u0000!", "canarycanary", "latchkeycanary", "canary-common"})
  void namesTheFieldAndNeverEchoesThePassword(String password) {
    var owner = EmailAddress.parse("canary@example.test").orElseThrow();
    var severe = new PasswordPolicy(9, text -> text.endsWith("common") || text.startsWith("latch"));

    var found = severe.check("new_password", new RawPassword(password), owner, Profile.EMPTY);

    assertThat(found).isNotEmpty().allMatch(one -> one.field().equals("new_password"));
    assertThat(found.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 7, 257})
  void cannotAskForLessThanEightOrMoreThanIsHashed(int minLength) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordPolicy(minLength, unused -> false));
  }

  private List<Code> check(String password) {
    return check(policy, password);
  }

  private List<Code> check(PasswordPolicy policy, String password) {
    return policy.check("password", new RawPassword(password), email, profile).stream()
        .map(Violation::code)
        .toList();
  }
}
