package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RolePolicyTest {
  private static final RoleName CUSTOMER = new RoleName("customer");
  private static final RoleName AUDITOR = new RoleName("auditor");

  private final RolePolicy standard = RolePolicy.standard();

  @Tag("C033")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "ADMIN",
        "Admin",
        "aDMIN",
        " admin",
        "admin ",
        "\tadmin",
        "admin\n",
        "admin\u0000",
        "\u200badmin",
        "\u0430dmin", // Cyrillic a
        "\uff41dmin", // full width a
        "adm\u0131n", // dotless i
        "user,admin",
        "USER,ADMIN",
        "user admin",
        "user;admin",
        "[\"admin\"]",
        "{\"name\":\"admin\"}",
        "ROLE_ADMIN",
        "role_admin",
        "administrator",
        "root",
        "superuser",
        "*",
        "%",
        "1",
        "true",
        "null",
        "",
        " ",
        "USER",
        " user",
        "user ",
        "Customer"
      })
  void grantsNoWishThatIsNotToTheLetterOneOfTheOffered(String wish) {
    assertThat(standard.grantAtRegistration(wish)).isEmpty();
  }

  @Tag("C033")
  @Test
  void grantsNoEndlessWish() {
    assertThat(standard.grantAtRegistration("admin".repeat(820))).isEmpty();
  }

  @Tag("C033")
  @Test
  void grantsTheDefaultWhereNothingIsWished() {
    assertThat(standard.grantAtRegistration(null)).contains(RoleName.USER);
  }

  @Tag("C033")
  @Test
  void grantsWhatIsOffered() {
    assertThat(standard.grantAtRegistration("user")).contains(RoleName.USER);
    assertThat(standard.grantAtRegistration("customer")).contains(CUSTOMER);
  }

  @Test
  void grantsTheDefaultOnWishWhereNothingIsSelfAssignable() {
    var strict = new RolePolicy(Set.of(CUSTOMER, RoleName.ADMIN), CUSTOMER, Set.of());

    assertThat(strict.grantAtRegistration(null)).contains(CUSTOMER);
    assertThat(strict.grantAtRegistration("customer")).contains(CUSTOMER);
    assertThat(strict.grantAtRegistration("user")).isEmpty();
  }

  @Test
  void doesNotGrantARoleThatExistsButIsNotOffered() {
    var policy =
        new RolePolicy(
            Set.of(RoleName.USER, AUDITOR, RoleName.ADMIN), RoleName.USER, Set.of(RoleName.USER));

    assertThat(policy.grantAtRegistration("auditor")).isEmpty();
    assertThat(policy.find("auditor")).contains(AUDITOR);
  }

  @Test
  void findsTheRolesOfTheDeploymentOnly() {
    assertThat(standard.find("admin")).contains(RoleName.ADMIN);
    assertThat(standard.find("ADMIN")).isEmpty();
    assertThat(standard.find("auditor")).isEmpty();
  }

  @Test
  void doesNotChangeWithTheSetsItWasMadeOf() {
    var roles = new HashSet<>(Set.of(RoleName.USER, RoleName.ADMIN));
    var offered = new HashSet<>(Set.of(RoleName.USER));
    var policy = new RolePolicy(roles, RoleName.USER, offered);

    roles.add(AUDITOR);
    offered.add(RoleName.ADMIN);

    assertThat(policy.find("auditor")).isEmpty();
    assertThat(policy.grantAtRegistration("admin")).isEmpty();
  }

  @Tag("C175")
  @Test
  void cannotOfferAdmin() {
    refuses(Set.of(RoleName.USER, RoleName.ADMIN), RoleName.USER, Set.of(RoleName.ADMIN));
    refuses(Set.of(RoleName.USER, RoleName.ADMIN), RoleName.ADMIN, Set.of());
  }

  @Test
  void cannotSpeakOfRolesThatDoNotExist() {
    refuses(Set.of(RoleName.USER, RoleName.ADMIN), AUDITOR, Set.of());
    refuses(Set.of(RoleName.USER, RoleName.ADMIN), RoleName.USER, Set.of(AUDITOR));
  }

  @Test
  void cannotDoWithoutAdmin() {
    refuses(Set.of(RoleName.USER), RoleName.USER, Set.of());
  }

  private static void refuses(Set<RoleName> roles, RoleName byDefault, Set<RoleName> offered) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RolePolicy(roles, byDefault, offered));
  }
}
