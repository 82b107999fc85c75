package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.House;
import dev.latchkey.application.account.Registration;
import dev.latchkey.application.session.LogIn.LoggedIn;
import dev.latchkey.application.session.LogIn.Malformed;
import dev.latchkey.application.session.LogIn.Outcome;
import dev.latchkey.application.session.LogIn.Reason;
import dev.latchkey.application.session.LogIn.Refused;
import dev.latchkey.domain.Violation.Code;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Overloaded;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.SessionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogInTest {
  private final House house = new House();

  @Test
  void opensASessionForWhoKnowsThePassword() {
    var anna = house.registered("anna@x.test");
    house.clock.advance(Duration.ofHours(1));

    var pair = house.loggedIn(anna);

    assertThat(pair.user()).isEqualTo(house.stored(anna));
    assertThat(pair.user().lastLogin()).isEqualTo(house.now());
    assertThat(pair.expiresIn()).isEqualTo(Duration.ofMinutes(15));
    assertThat(pair.refreshExpiresIn()).isEqualTo(Duration.ofDays(14));
    assertThat(house.caller(pair).user()).isEqualTo(house.stored(anna));
    assertThat(house.sessions.list(anna.id(), house.now()))
        .singleElement()
        .satisfies(session -> {
          assertThat(session.client()).isEqualTo(House.LAPTOP);
          assertThat(session.id()).isEqualTo(house.caller(pair).session());
          assertThat(session.expiresAt()).isEqualTo(house.now().plus(Duration.ofDays(30)));
        });
  }

  @Tag("C055")
  @ParameterizedTest
  @ValueSource(
      strings = {"anna@x.test", "ANNA@X.TEST", "  Anna@x.test ", "annie", "ANNIE", " annie "})
  void findsTheUserByAddressOrUsernameInAnyLetterCase(String login) {
    registeredAnnie();

    assertThat(logIn(login, House.PASSWORD)).isInstanceOf(LoggedIn.class);
  }

  @Tag("C042")
  @ParameterizedTest
  @ValueSource(strings = {"info@example.test", "Info@example.test", "INFO@EXAMPLE.TEST"})
  void findsTheUserWhereTheMachineSpeaksTurkish(String login) {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      house.registered("INFO@EXAMPLE.TEST");

      assertThat(logIn(login, House.PASSWORD)).isInstanceOf(LoggedIn.class);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Tag("C037")
  @ParameterizedTest
  @ValueSource(strings = {" spaced Out 1", "spaced Out 1 ", "spaced Out 1", " spaced out 1 "})
  void leavesThePasswordAsItWasTyped(String password) {
    var typed = new RawPassword(" spaced Out 1 ");
    house.registerUser().register(Registration.of("anna@x.test", typed), House.REQUEST);

    assertThat(logIn("anna@x.test", new RawPassword(password)))
        .isEqualTo(new Refused(Reason.WRONG_PASSWORD));
    assertThat(logIn("anna@x.test", typed)).isInstanceOf(LoggedIn.class);
  }

  @Tag("C058")
  @Test
  void knowsAnAccentHoweverItWasTypedButNoLigature() {
    house
        .registerUser()
        .register(
            Registration.of("anna@x.test", new RawPassword("caf\u00e9 \ufb01sh")), House.REQUEST);

    assertThat(logIn("anna@x.test", new RawPassword("cafe\u0301 \ufb01sh")))
        .isInstanceOf(LoggedIn.class);
    assertThat(logIn("anna@x.test", new RawPassword("caf\u00e9 fish")))
        .isEqualTo(new Refused(Reason.WRONG_PASSWORD));
  }

  @Tag("C057")
  @ParameterizedTest
  @ValueSource(ints = {72, 255})
  void tellsLongPasswordsApartByTheirLastCharacter(int alike) {
    house
        .registerUser()
        .register(
            Registration.of("anna@x.test", new RawPassword("x".repeat(alike) + "1")),
            House.REQUEST);

    assertThat(logIn("anna@x.test", new RawPassword("x".repeat(alike) + "2")))
        .isEqualTo(new Refused(Reason.WRONG_PASSWORD));
  }

  @Tag("C056")
  @Test
  void opensANewSessionEachTimeAndLeavesTheOldOnesAlone() {
    var anna = house.registered("anna@x.test");
    var first = house.loggedIn(anna);

    var second = house.loggedIn(anna);

    assertThat(house.caller(second).session()).isNotEqualTo(house.caller(first).session());
    assertThat(second.refresh()).isNotEqualTo(first.refresh());
    assertThat(house.isLetIn(first)).isTrue();
  }

  @Tag("C086")
  @Test
  void endsTheSessionIdleLongestWhereThereWouldBeTooMany() {
    var anna = house.registered("anna@x.test");
    var idle = house.loggedIn(anna);
    var idlest = house.caller(idle).session();
    for (int i = 1; i < house.policy.maxPerUser(); i++) {
      house.clock.advance(Duration.ofSeconds(1));
      house.loggedIn(anna);
    }
    assertThat(house.isLetIn(idle)).isTrue();

    house.clock.advance(Duration.ofSeconds(1));
    house.loggedIn(anna);

    assertThat(house.isLetIn(idle)).isFalse();
    assertThat(house.stores.sessions().endReason(idlest)).contains(EndReason.EVICTED);
    assertThat(house.sessions.list(anna.id(), house.now())).hasSize(house.policy.maxPerUser());
  }

  @Test
  void endsTheRefreshTokenAndTheSessionTogetherInAWholeSecond() {
    house.clock.set(Instant.parse("2026-06-15T12:00:00.987654321Z"));
    var anna = house.registered("anna@x.test");

    var pair = house.loggedIn(anna);

    var session = house.sessions.list(anna.id(), house.now()).get(0);
    var claims = house.refreshTokens.read(pair.refresh().reveal()).orElseThrow();
    assertThat(session.createdAt()).isEqualTo("2026-06-15T12:00:00.987654Z");
    assertThat(session.expiresAt())
        .isEqualTo(session.expiresAt().truncatedTo(ChronoUnit.SECONDS))
        .isEqualTo(claims.expiresAt());
  }

  @Tag("C076")
  @Test
  void givesNoAccessTokenThatOutlivesTheSession() {
    var day = Duration.ofDays(1);
    var brief = new House(new SessionPolicy(day, day, day, Duration.ZERO, 1));
    brief.clock.set(Instant.parse("2026-06-15T12:00:00.5Z"));

    var pair = brief.loggedIn(brief.registered("anna@x.test"));

    assertThat(pair.expiresIn()).isEqualTo(day.minusMillis(500)).isEqualTo(pair.refreshExpiresIn());
  }

  @Tag("C038")
  @Test
  void hashesNoOverLongPassword() {
    house.kept("anna@x.test", null);

    assertThat(logIn("anna@x.test", new RawPassword("x".repeat(257))))
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed ->
                assertThat(malformed.violation().code()).isEqualTo(Code.PASSWORD_TOO_LONG));
    assertThat(house.hasher.hashes()).isZero();
  }

  @Tag("C019")
  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\ud800b"})
  void hashesNoMalformedPassword(String password) {
    assertThat(logIn("anna@x.test", new RawPassword(password)))
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed ->
                assertThat(malformed.violation().code()).isEqualTo(Code.PASSWORD_MALFORMED));
    assertThat(house.hasher.hashes()).isZero();
  }

  @Tag("C161")
  @Test
  void saysThatItIsBusyRatherThanThatThePasswordIsWrong() {
    house.registered("anna@x.test");
    house.hasher.overload(true);

    assertThatThrownBy(() -> logIn("anna@x.test", House.PASSWORD)).isInstanceOf(Overloaded.class);
    assertThatThrownBy(() -> logIn("nobody@x.test", House.PASSWORD)).isInstanceOf(Overloaded.class);
  }

  private void registeredAnnie() {
    house
        .registerUser()
        .register(
            new Registration("anna@x.test", House.PASSWORD, "annie", null, null, null),
            House.REQUEST);
  }

  private Outcome logIn(String login, RawPassword password) {
    return house.logIn().logIn(login, password, House.REQUEST);
  }
}
