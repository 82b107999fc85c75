package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UserTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final EmailAddress email = EmailAddress.parse("Anna@x.test").orElseThrow();
  private final User user =
      User.register(new UserId(new UUID(1, 2)), email, Profile.EMPTY, RoleName.USER, NOW);

  @Test
  void beginsActiveUnverifiedAndNeverLoggedIn() {
    assertThat(user.active()).isTrue();
    assertThat(user.verified()).isFalse();
    assertThat(user.lastLogin()).isNull();
    assertThat(user.version()).isZero();
    assertThat(user.createdAt()).isEqualTo(NOW).isEqualTo(user.updatedAt());
  }

  @Test
  void isAnActiveAdminOnlyInThatRoleAndWhileActive() {
    var admin = user.edited(email, Profile.EMPTY, RoleName.ADMIN, true, true);

    assertThat(admin.isActiveAdmin()).isTrue();
    assertThat(admin.deactivated().isActiveAdmin()).isFalse();
    assertThat(user.isActiveAdmin()).isFalse();
  }

  @Test
  void changesNothingButTheStateWhenDeactivated() {
    assertThat(user.deactivated())
        .isEqualTo(user.edited(email, user.profile(), user.role(), false, user.verified()));
  }

  @Test
  void growsInVersionWithEachEditOnly() {
    var saved = user.saved(LATER);
    var loggedIn = saved.loggedIn(LATER.plusSeconds(1));

    assertThat(saved.version()).isOne();
    assertThat(saved.updatedAt()).isEqualTo(LATER);
    assertThat(loggedIn.version()).isOne();
    assertThat(loggedIn.updatedAt()).isEqualTo(LATER);
    assertThat(loggedIn.lastLogin()).isEqualTo(LATER.plusSeconds(1));
  }

  @Test
  void showsItsIdAndNotItsAddressInLogs() {
    assertThat(user.toString()).contains(user.id().toString()).doesNotContain("Anna", "anna");
    assertThat(user.id()).hasToString("00000000-0000-0001-0000-000000000002");
  }

  @Test
  void countsWhoIsNotActiveAsInactive() {
    assertThat(new UserCounts(5, 3, 2, 1).inactive()).isEqualTo(2);
  }
}
