package dev.latchkey.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.House;
import dev.latchkey.application.account.RegisterUser.Invalid;
import dev.latchkey.application.account.RegisterUser.Refused;
import dev.latchkey.application.account.RegisterUser.Registered;
import dev.latchkey.application.account.RegisterUser.Throttled;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.Violation.Code;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.ImageUrl;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.Username;
import dev.latchkey.testkit.race.Race;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegisterUserTest {
  private final House house = new House();
  private final RegisterUser registerUser = house.registerUser();

  @Test
  void registersAPersonWithEverythingTheySay() {
    house.clock.set(Instant.parse("2026-06-15T12:00:00.123456789Z"));

    var outcome =
        registerUser.register(
            new Registration(
                " Anna@X.test ",
                House.PASSWORD,
                "Anna",
                "Anna S.",
                "https://img.example.test/a.png",
                "customer"),
            House.REQUEST);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Registered.class,
            registered -> {
              var user = registered.user();
              assertThat(user).isEqualTo(house.stored(user));
              assertThat(user.email().display()).isEqualTo("Anna@X.test");
              assertThat(user.profile())
                  .isEqualTo(
                      new Profile(
                          new Username("anna"),
                          new DisplayName("Anna S."),
                          new ImageUrl("https://img.example.test/a.png")));
              assertThat(user.role()).isEqualTo(new RoleName("customer"));
              assertThat(user.active()).isTrue();
              assertThat(user.verified()).isFalse();
              assertThat(user.lastLogin()).isNull();
              assertThat(user.createdAt()).isEqualTo("2026-06-15T12:00:00.123456Z");
              assertThat(house.storedHash(user)).isNotNull();
            });
    assertThat(house.hasher.hashes()).isOne();
  }

  @Tag("C033")
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "user")
  void givesTheDefaultRoleToWhoWishesForIt(@Nullable String role) {
    var outcome = registerUser.register(wishing(role), House.REQUEST);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Registered.class,
            registered -> assertThat(registered.user().role()).isEqualTo(RoleName.USER));
  }

  @Tag("C033")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "ADMIN",
        "Admin",
        " admin",
        "admin ",
        "user,admin",
        "USER,ADMIN",
        "[\"admin\"]",
        "",
        "USER",
        "1",
        "auditor",
        "root",
        "adm\u0131n"
      })
  void storesAndHashesNothingForARoleThatIsNotForTheTaking(String role) {
    var outcome = registerUser.register(wishing(role), House.REQUEST);

    assertThat(outcome).isEqualTo(Refused.ROLE_NOT_ASSIGNABLE);
    assertThat(house.population()).isZero();
    assertThat(house.hasher.hashes()).isZero();
  }

  @Tag("C033")
  @Test
  void doesNotTellOfAKnownAddressToWhoWishesForAdmin() {
    house.registered("anna@x.test");

    assertThat(registerUser.register(wishing("admin"), House.REQUEST))
        .isEqualTo(Refused.ROLE_NOT_ASSIGNABLE);
  }

  @Test
  void tellsAllFaultsAtOnceAndHashesNothing() {
    var outcome =
        registerUser.register(
            new Registration("nobody", new RawPassword("short"), "a", "\u0007", "ftp://x", null),
            House.REQUEST);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::code)
                    .containsExactly(
                        Code.INVALID_EMAIL,
                        Code.INVALID_USERNAME,
                        Code.INVALID_NAME,
                        Code.INVALID_IMAGE_URL,
                        Code.PASSWORD_TOO_SHORT));
    assertThat(house.hasher.hashes()).isZero();
    assertThat(house.population()).isZero();
  }

  @Tag("C013")
  @Test
  void asksForAnAddress() {
    var nameless = new Registration(null, House.PASSWORD, "anna", null, null, null);

    assertThat(codes(registerUser.register(nameless, House.REQUEST)))
        .containsExactly(Code.REQUIRED);
  }

  @Tag("C035")
  @ParameterizedTest
  @ValueSource(strings = {"password1", "PASSWORD1"})
  void refusesACommonPassword(String password) {
    var outcome =
        registerUser.register(
            Registration.of("anna@x.test", new RawPassword(password)), House.REQUEST);

    assertThat(codes(outcome)).containsExactly(Code.PASSWORD_TOO_COMMON);
  }

  @Tag("C035")
  @ParameterizedTest
  @ValueSource(strings = {"annaanna", "anna@x.test", "annie1977", "Anna Smith"})
  void refusesAPasswordThatIsTheOwnersName(String password) {
    var outcome =
        registerUser.register(
            new Registration(
                "anna@x.test", new RawPassword(password), "annie", "Anna Smith", null, null),
            House.REQUEST);

    assertThat(codes(outcome)).containsExactly(Code.PASSWORD_PERSONAL);
  }

  @Tag("C035")
  @Test
  void refusesAPasswordThatWasFoundInABreachAndHashesNothing() {
    house.breached.add(House.PASSWORD);

    var outcome =
        registerUser.register(Registration.of("anna@x.test", House.PASSWORD), House.REQUEST);

    assertThat(codes(outcome)).containsExactly(Code.PASSWORD_COMPROMISED);
    assertThat(house.hasher.hashes()).isZero();
  }

  @Test
  @Tag("C035")
  void looksUpNoBreachesForWhoRegistersTooOften() {
    var limited = new House(LimitPolicy.standard());
    limited.breached.add(House.PASSWORD);
    var register = limited.registerUser();
    for (var i = 0; i < 5; i++) {
      var wish = Registration.of("new%d@x.test".formatted(i), House.PASSWORD);
      assertThat(codes(register.register(wish, House.REQUEST)))
          .containsExactly(Code.PASSWORD_COMPROMISED);
    }

    var outcome = register.register(Registration.of("anna@x.test", House.WRONG), House.REQUEST);

    assertThat(outcome).isInstanceOf(Throttled.class);
    assertThat(limited.breached.lookUps()).isEqualTo(5);
    assertThat(limited.hasher.hashes()).isZero();
  }

  @Test
  void letsASiteRegisterFiftyInAnHour() {
    var register = new House(LimitPolicy.standard()).registerUser();
    for (var i = 0; i < 50; i++) {
      assertThat(register.register(from(i), origin("2001:db8:1:%x::1".formatted(i))))
          .isInstanceOf(Registered.class);
    }

    assertThat(register.register(from(50), origin("2001:db8:1:ffff::1")))
        .isInstanceOfSatisfying(
            Throttled.class,
            throttled -> assertThat(throttled.by().by().name()).isEqualTo(LimitName.REGISTER_SITE));
    assertThat(register.register(from(50), origin("2001:db8:2::1"))).isInstanceOf(Registered.class);
  }

  private static Registration from(int person) {
    return Registration.of("new%d@x.test".formatted(person), House.PASSWORD);
  }

  private static Origin origin(String ip) {
    return new Origin("request", new Client(ip, null));
  }

  @Test
  void registersWhereTheListOfBreachesDoesNotAnswer() {
    house.breached.silence(true);

    assertThat(registerUser.register(Registration.of("anna@x.test", House.PASSWORD), House.REQUEST))
        .isInstanceOf(Registered.class);
  }

  @Tag("C038")
  @Test
  void hashesNoOverLongPassword() {
    var outcome =
        registerUser.register(
            Registration.of("anna@x.test", new RawPassword("x".repeat(257))), House.REQUEST);

    assertThat(codes(outcome)).containsExactly(Code.PASSWORD_TOO_LONG);
    assertThat(house.hasher.hashes()).isZero();
  }

  @Tag("C031")
  @ParameterizedTest
  @ValueSource(strings = {"anna@x.test", "ANNA@X.TEST", " Anna@x.test "})
  void refusesAnAddressThatIsTakenInAnySpellingAndHashesAsForANewOne(String email) {
    var anna = house.registered("anna@x.test");
    var before = house.storedHash(anna);

    var outcome = registerUser.register(Registration.of(email, House.WRONG), House.REQUEST);

    assertThat(outcome).isEqualTo(Refused.EMAIL_TAKEN);
    assertThat(house.hasher.hashes()).isEqualTo(2);
    assertThat(house.storedHash(anna)).isEqualTo(before);
    assertThat(house.population()).isOne();
  }

  @Tag("C031")
  @Test
  void refusesTheAddressOfADeactivatedUser() {
    house.deactivate(house.registered("anna@x.test"));

    assertThat(registerUser.register(Registration.of("anna@x.test", House.PASSWORD), House.REQUEST))
        .isEqualTo(Refused.EMAIL_TAKEN);
  }

  @Test
  void refusesAUsernameThatIsTakenInAnyLetterCase() {
    registerUser.register(named("anna@x.test", "anna"), House.REQUEST);

    assertThat(registerUser.register(named("other@x.test", "ANNA"), House.REQUEST))
        .isEqualTo(Refused.USERNAME_TAKEN);
    assertThat(house.population()).isOne();
  }

  @Tag("C161")
  @Test
  void storesNothingWhereTheHasherIsOverloaded() {
    house.hasher.overload(true);

    assertThatThrownBy(() ->
            registerUser.register(Registration.of("anna@x.test", House.PASSWORD), House.REQUEST))
        .isInstanceOf(Overloaded.class);
    assertThat(house.population()).isZero();
  }

  @Tag("C032")
  @RepeatedTest(20)
  void letsOneOfFiftyRegistrationsOfOneAddressWin() {
    var turn = new AtomicInteger();

    var outcomes =
        Race.of(50, () -> registerUser.register(spelling(turn.getAndIncrement()), House.REQUEST));

    assertThat(outcomes).filteredOn(Registered.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Refused.EMAIL_TAKEN::equals).hasSize(49);
    assertThat(house.population()).isOne();
    assertThat(house.mailsOf(MailKind.VERIFY_EMAIL)).isOne();
  }

  @Tag("C032")
  @RepeatedTest(5)
  void letsOneOfFiftyRegistrationsOfOneUsernameWin() {
    var turn = new AtomicInteger();

    var outcomes =
        Race.of(
            50,
            () ->
                registerUser.register(
                    named(turn.incrementAndGet() + "@x.test", "anna"), House.REQUEST));

    assertThat(outcomes).filteredOn(Registered.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Refused.USERNAME_TAKEN::equals).hasSize(49);
  }

  private static Registration spelling(int turn) {
    var address = turn % 2 == 0 ? "zoe@m\u00fcnchen.test" : "ZOE@M\u00dcNCHEN.TEST";
    var form = turn % 3 == 0 ? Normalizer.Form.NFD : Normalizer.Form.NFC;
    var spelled = Normalizer.normalize(address, form);
    return Registration.of(
        turn % 5 == 0 ? spelled.toLowerCase(Locale.ROOT) : spelled, House.PASSWORD);
  }

  private static Registration wishing(@Nullable String role) {
    return new Registration("anna@x.test", House.PASSWORD, null, null, null, role);
  }

  private static Registration named(String email, String username) {
    return new Registration(email, House.PASSWORD, username, null, null, null);
  }

  private static Iterable<Code> codes(RegisterUser.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Invalid.class);
    return ((Invalid) outcome).violations().stream().map(Violation::code).toList();
  }
}
