package dev.latchkey.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserQueryTest {
  private final User user =
      User.register(
          new UserId(new UUID(1, 2)),
          EmailAddress.parse("Anna@X.test").orElseThrow(),
          Profile.EMPTY,
          RoleName.USER,
          Instant.parse("2026-06-15T12:00:00.5Z"));

  @Tag("C021")
  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
  void refusesALimitOutOfBounds(int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> UserQuery.all(limit));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void asksForEveryoneNewestFirst(int limit) {
    assertThat(UserQuery.all(limit))
        .isEqualTo(
            new UserQuery(null, null, null, null, UserQuery.Order.NEWEST, null, limit, false));
  }

  @Test
  void ranksByTimeOrByCanonicalAddress() {
    assertThat(UserQuery.Order.NEWEST.rank(user)).isEqualTo("2026-06-15T12:00:00.500Z");
    assertThat(UserQuery.Order.OLDEST.rank(user)).isEqualTo("2026-06-15T12:00:00.500Z");
    assertThat(UserQuery.Order.EMAIL.rank(user)).isEqualTo("anna@x.test");
    assertThat(UserQuery.Order.EMAIL_DESCENDING.rank(user)).isEqualTo("anna@x.test");
  }

  @Test
  void givesAPageThatNobodyCanChange() {
    var users = new ArrayList<User>();
    var page = new UserPage(users, new UserQuery.Place("anna@x.test", user.id()), null);

    users.add(user);

    assertThat(page.users()).isEmpty();
    assertThatThrownBy(() -> page.users().add(user))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
