package dev.latchkey.application.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.admin.CreateAdmin.Created;
import dev.latchkey.application.admin.CreateAdmin.EmailTaken;
import dev.latchkey.application.admin.CreateAdmin.Invalid;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.Violation.Code;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.testkit.race.Race;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CreateAdminTest {
  private final House house = new House();
  private final CreateAdmin createAdmin = house.createAdmin();

  @Test
  void makesAnActiveAdminWithAVerifiedAddressWhoCanLogIn() {
    var outcome = createAdmin.create(" Root@X.test", House.PASSWORD);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Created.class,
            created -> {
              assertThat(created.admin()).isEqualTo(house.stored(created.admin()));
              assertThat(created.admin().isActiveAdmin()).isTrue();
              assertThat(created.admin().verified()).isTrue();
              assertThat(created.admin().email().display()).isEqualTo("Root@X.test");
              assertThat(house.caller(created.admin()).isAdmin()).isTrue();
            });
  }

  @Test
  void tellsAllFaultsAtOnceAndHashesNothing() {
    assertThat(createAdmin.create("root", new RawPassword("short")))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::code)
                    .containsExactly(Code.INVALID_EMAIL, Code.PASSWORD_TOO_SHORT));
    assertThat(house.hasher.hashes()).isZero();
    assertThat(house.population()).isZero();
  }

  @Test
  void holdsTheOperatorToThePasswordRules() {
    assertThat(createAdmin.create("root@x.test", new RawPassword("password1")))
        .isInstanceOf(Invalid.class);
    assertThat(createAdmin.create("root@x.test", new RawPassword("rootroot")))
        .isInstanceOf(Invalid.class);

    house.breached.add(House.PASSWORD);
    assertThat(createAdmin.create("root@x.test", House.PASSWORD)).isInstanceOf(Invalid.class);
  }

  @Test
  void neverLiftsAUserWhoExistsAlready() {
    var anna = house.registered("anna@x.test");
    var before = house.storedHash(anna);

    assertThat(createAdmin.create("ANNA@x.test", House.WRONG)).isEqualTo(new EmailTaken());

    assertThat(house.stored(anna).role()).isEqualTo(RoleName.USER);
    assertThat(house.storedHash(anna)).isEqualTo(before);
  }

  @Tag("C032")
  @Test
  void makesOneAdminWhereSeveralNodesStartAtOnce() {
    var outcomes = Race.of(20, () -> createAdmin.create("root@x.test", House.PASSWORD));

    assertThat(outcomes).filteredOn(Created.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new EmailTaken()::equals).hasSize(19);
  }
}
