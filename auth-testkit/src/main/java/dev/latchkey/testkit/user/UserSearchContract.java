package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.domain.user.Username;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which users a search finds.
public interface UserSearchContract extends StoresUnderTest {

  @Test
  default void findsByTheBeginningOfAnAddress() {
    var word = SampleUsers.word();
    var user = registered(SampleUsers.user(word + ".One@Example.test"));
    registered(SampleUsers.user("x" + word + "@example.test"));

    assertFinds(word, user);
    assertFinds(word.toUpperCase(Locale.ROOT) + ".oNE@example.T", user);
    assertFinds(word + ".one@example.test", user);
    assertFinds(word + ".one@example.test2");
  }

  @Test
  default void findsByTheBeginningOfAUsername() {
    var username = "u" + SampleUsers.word();
    var user = registered(named(username, null));
    registered(named("x" + username, null));

    assertFinds(username.substring(0, 20), user);
    assertFinds(username.toUpperCase(Locale.ROOT), user);
  }

  @Test
  default void findsByTheBeginningOfANameInAnyScript() {
    var word = SampleUsers.word();
    var user = registered(named(null, "Élodie " + word + " Жук"));
    registered(named(null, "x Élodie " + word));

    assertFinds("Élodie " + word, user);
    assertFinds("éLODIE " + word.toUpperCase(Locale.ROOT) + " жУ", user);
    assertFinds("Elodie " + word);
  }

  @Test
  default void takesPatternCharactersLiterally() {
    var word = SampleUsers.word();
    var percent = registered(named(null, word + "100% sure"));
    var underscore = registered(named(null, word + "snake_case"));
    var backslash = registered(named(null, word + "back\\slash"));
    var plain = registered(named(null, word + "100 sure, snakeXcase, backslash"));

    assertFinds(word + "100%", percent);
    assertFinds(word + "snake_", underscore);
    assertFinds(word + "back\\", backslash);
    assertFinds(word + "%");
    assertFinds(word + "_");
    assertFinds(word + "\\");
    assertFinds(word + "100 sure", plain);
    assertFinds("%" + word);
    assertFinds(word + "' OR '1'='1");
  }

  @Test
  default void findsTheUserOnceWhoseAddressUsernameAndNameMatch() {
    var word = SampleUsers.word();
    var profile = new Profile(new Username(word), new DisplayName(word), null);
    var user = registered(SampleUsers.user(word + "@example.test", profile, NOW));

    assertFinds(word, user);
  }

  @Test
  default void filtersByRole() {
    var word = SampleUsers.word();
    var customer = new RoleName("customer");
    registered(SampleUsers.user(word + "1@example.test"));
    var wanted =
        registered(SampleUsers.withRole(SampleUsers.user(word + "2@example.test"), customer));

    var page = users().search(query(word, customer, null, null));

    assertThat(page.users()).containsExactly(wanted);
  }

  @Test
  default void filtersByState() {
    var word = SampleUsers.word();
    var active = registered(SampleUsers.user(word + "1@example.test"));
    var inactive = registered(SampleUsers.user(word + "2@example.test").deactivated());

    assertThat(users().search(query(word, null, true, null)).users()).containsExactly(active);
    assertThat(users().search(query(word, null, false, null)).users()).containsExactly(inactive);
  }

  @Test
  default void filtersByVerification() {
    var word = SampleUsers.word();
    var unverified = registered(SampleUsers.user(word + "1@example.test"));
    var verified = registered(verified(SampleUsers.user(word + "2@example.test")));

    assertThat(users().search(query(word, null, null, true)).users()).containsExactly(verified);
    assertThat(users().search(query(word, null, null, false)).users()).containsExactly(unverified);
  }

  @Test
  default void meetsAllFiltersAtOnce() {
    var word = SampleUsers.word();
    registered(SampleUsers.user(word + "1@example.test"));
    registered(verified(SampleUsers.user(word + "2@example.test")).deactivated());
    var wanted = registered(verified(SampleUsers.user(word + "3@example.test")));

    var page = users().search(query(word, RoleName.USER, true, true));

    assertThat(page.users()).containsExactly(wanted);
    assertThat(page.total()).isEqualTo(1);
  }

  private void assertFinds(String prefix, User... expected) {
    var page = users().search(query(prefix, null, null, null));
    assertThat(page.users()).containsExactlyInAnyOrder(expected);
    assertThat(page.total()).isEqualTo(expected.length);
  }

  private static UserQuery query(
      String prefix,
      @Nullable RoleName role,
      @Nullable Boolean active,
      @Nullable Boolean verified) {
    return new UserQuery(prefix, role, active, verified, UserQuery.Order.EMAIL, null, 100, true);
  }

  private static User named(@Nullable String username, @Nullable String name) {
    var profile =
        new Profile(
            username == null ? null : new Username(username),
            name == null ? null : new DisplayName(name),
            null);
    return SampleUsers.user(SampleUsers.word() + "@example.test", profile, NOW);
  }

  private static User verified(User user) {
    return user.edited(user.email(), user.profile(), user.role(), user.active(), true);
  }

  private User registered(User user) {
    users().register(user, HASH, Consequences.NONE);
    return user;
  }
}
