package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore.Registration;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How users come in, and how they are found.
public interface UserRegistrationContract extends StoresUnderTest {

  @Test
  default void keepsAUserAsRegistered() {
    var user = full(SampleUsers.word() + "@example.test");

    var registration = users().register(user, HASH, Consequences.NONE);

    assertThat(registration).isEqualTo(Registration.REGISTERED);
    assertThat(users().find(user.id())).contains(user);
    assertThat(users().findCredentials(user.id())).contains(new Credentials(user, HASH));
  }

  @Test
  default void keepsAUserWithoutProfileAndPassword() {
    var user = SampleUsers.user();

    users().register(user, null, Consequences.NONE);

    assertThat(users().findCredentials(user.id())).contains(new Credentials(user, null));
  }

  @Test
  default void keepsAnAddressAsItWasWritten() {
    var written = "Mixed." + SampleUsers.word() + "@Bücher.Example";
    var user = SampleUsers.user(written);

    users().register(user, HASH, Consequences.NONE);

    assertThat(users().find(user.id()).orElseThrow().email().display()).isEqualTo(written);
  }

  @Test
  default void keepsAUsersTimesInMicroseconds() {
    var email = SampleUsers.word() + "@example.test";
    var user = SampleUsers.user(email, Profile.EMPTY, NOW.plusNanos(987));

    users().register(user, HASH, Consequences.NONE);

    var found = users().find(user.id()).orElseThrow();
    assertThat(found.createdAt()).isEqualTo(NOW);
    assertThat(found.updatedAt()).isEqualTo(NOW);
  }

  @Test
  @Tag("C042")
  default void refusesATakenAddressWhateverItsLetterCase() {
    var word = SampleUsers.word();
    users().register(SampleUsers.user(word + "@example.test"), HASH, Consequences.NONE);
    var second = SampleUsers.user(word.toUpperCase(Locale.ROOT) + "@Example.TEST");

    var registration = users().register(second, HASH, Consequences.NONE);

    assertThat(registration).isEqualTo(Registration.EMAIL_TAKEN);
    assertThat(users().find(second.id())).isEmpty();
  }

  @Test
  default void refusesATakenUsername() {
    var first = full(SampleUsers.word() + "@example.test");
    users().register(first, HASH, Consequences.NONE);
    var email = SampleUsers.word() + "@example.test";
    var second = SampleUsers.user(email, first.profile(), NOW);

    var registration = users().register(second, HASH, Consequences.NONE);

    assertThat(registration).isEqualTo(Registration.USERNAME_TAKEN);
    assertThat(users().find(second.id())).isEmpty();
    assertThat(users().register(SampleUsers.user(email), HASH, Consequences.NONE))
        .isEqualTo(Registration.REGISTERED);
  }

  @Test
  default void freesAddressAndUsernameOfAPurgedUser() {
    var user = full(SampleUsers.word() + "@example.test");
    users().register(user, HASH, Consequences.NONE);
    users().purge(user.id(), Consequences.NONE);
    var successor = SampleUsers.user(user.email().display(), user.profile(), NOW);

    var registration = users().register(successor, HASH, Consequences.NONE);

    assertThat(registration).isEqualTo(Registration.REGISTERED);
  }

  @Test
  @Tag("C055")
  default void findsCredentialsByAddressWhateverItsLetterCase() {
    var word = SampleUsers.word();
    var user = SampleUsers.user(word + "@example.test");
    users().register(user, HASH, Consequences.NONE);
    var typed = EmailAddress.parse(word.toUpperCase(Locale.ROOT) + "@EXAMPLE.test").orElseThrow();

    var found = users().findCredentials(new LoginName.ByEmail(typed));

    assertThat(found).contains(new Credentials(user, HASH));
  }

  @Test
  default void findsCredentialsByUsername() {
    var user = full(SampleUsers.word() + "@example.test");
    users().register(user, HASH, Consequences.NONE);

    var found = users().findCredentials(byUsername(user));

    assertThat(found).contains(new Credentials(user, HASH));
  }

  @Test
  default void findsCredentialsOfAnInactiveUser() {
    var user = full(SampleUsers.word() + "@example.test");
    users().register(user, HASH, Consequences.NONE);
    users().update(user.deactivated(), NOW, Consequences.NONE);

    assertThat(users().findCredentials(byUsername(user)).orElseThrow().user().active()).isFalse();
    assertThat(users().findCredentials(new LoginName.ByEmail(user.email()))).isPresent();
    assertThat(users().findCredentials(user.id())).isPresent();
  }

  @Test
  default void findsNobodyWhoIsNotThere() {
    var stranger = full(SampleUsers.word() + "@example.test");

    assertThat(users().find(new UserId(UUID.randomUUID()))).isEmpty();
    assertThat(users().findCredentials(stranger.id())).isEmpty();
    assertThat(users().findCredentials(new LoginName.ByEmail(stranger.email()))).isEmpty();
    assertThat(users().findCredentials(byUsername(stranger))).isEmpty();
  }

  private static LoginName byUsername(User user) {
    var username = user.profile().username();
    return new LoginName.ByUsername(Objects.requireNonNull(username));
  }

  private static User full(String email) {
    return SampleUsers.user(email, SampleUsers.fullProfile(), NOW);
  }
}
