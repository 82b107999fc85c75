package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore.Update.NotSaved;
import dev.latchkey.domain.port.UserStore.Update.Saved;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How users are edited, and what is not saved.
public interface UserEditContract extends StoresUnderTest {
  /// When the edits take place.
  Instant LATER = NOW.plusSeconds(60);

  @Test
  default void savesEverythingThatAnEditSpeaksOf() {
    var user = samples().register();
    var email = EmailAddress.parse(SampleUsers.word() + "@Example.test").orElseThrow();
    var edited =
        user.edited(email, SampleUsers.fullProfile(), new RoleName("customer"), false, true);

    var update = users().update(edited, LATER.plusNanos(987), Consequences.NONE);

    assertThat(update).isEqualTo(new Saved(edited.saved(LATER)));
    assertThat(users().find(user.id())).contains(edited.saved(LATER));
    assertThat(users().find(user.id()).orElseThrow().email().display()).isEqualTo(email.display());
  }

  @Test
  default void savesOneEditAfterTheOther() {
    var user = samples().register();
    users()
        .update(SampleUsers.withProfile(user, SampleUsers.fullProfile()), LATER, Consequences.NONE);
    var found = users().find(user.id()).orElseThrow();

    var update =
        users().update(SampleUsers.withProfile(found, Profile.EMPTY), LATER, Consequences.NONE);

    assertThat(update).isInstanceOf(Saved.class);
    assertThat(users().find(user.id()).orElseThrow().version()).isEqualTo(user.version() + 2);
  }

  @Test
  default void keepsPasswordAndLogInThatAnEditDoesNotSpeakOf() {
    var user = samples().register();
    samples().open(user, NOW.plusSeconds(5));

    var update =
        users()
            .update(
                SampleUsers.withProfile(user, SampleUsers.fullProfile()), LATER, Consequences.NONE);

    assertThat(update)
        .isInstanceOfSatisfying(
            Saved.class,
            saved -> assertThat(saved.user().lastLogin()).isEqualTo(NOW.plusSeconds(5)));
    var stored = users().findCredentials(user.id()).orElseThrow();
    assertThat(stored.user().lastLogin()).isEqualTo(NOW.plusSeconds(5));
    assertThat(stored.hash()).isEqualTo(HASH);
  }

  @Test
  @Tag("C118")
  default void endsNoSessionByAnEditThatLeavesTheUserActive() {
    var user = samples().register();
    var opening = samples().open(user, NOW);

    users().update(SampleUsers.withRole(user, new RoleName("customer")), NOW, Consequences.NONE);

    assertThat(sessions().findLive(opening.session().id(), NOW)).isPresent();
    samples().refresh(opening.first(), NOW);
  }

  @Test
  default void doesNotSaveAnEditOfAnOldVersion() {
    var user = samples().register();
    var saved = SampleUsers.withProfile(user, SampleUsers.fullProfile());
    users().update(saved, LATER, Consequences.NONE);

    var update =
        users()
            .update(SampleUsers.withRole(user, new RoleName("customer")), LATER, Consequences.NONE);

    assertThat(update).isEqualTo(NotSaved.STALE);
    assertThat(users().find(user.id())).contains(saved.saved(LATER));
  }

  @Test
  default void endsNoSessionByADeactivationThatIsNotSaved() {
    var user = samples().register();
    users()
        .update(SampleUsers.withProfile(user, SampleUsers.fullProfile()), LATER, Consequences.NONE);
    var opening = samples().open(user, NOW);

    var update = users().update(user.deactivated(), LATER, Consequences.NONE);

    assertThat(update).isEqualTo(NotSaved.STALE);
    assertThat(sessions().findLive(opening.session().id(), NOW)).isPresent();
  }

  @Test
  default void doesNotSaveAUserWhoIsNotThere() {
    var update = users().update(SampleUsers.user(), LATER, Consequences.NONE);

    assertThat(update).isEqualTo(NotSaved.UNKNOWN);
  }

  @Test
  default void doesNotSaveATakenAddressWhateverItsLetterCase() {
    var other = samples().register();
    var user = samples().register();
    var taken = other.email().canonical().toUpperCase(Locale.ROOT);

    var update = users().update(SampleUsers.withEmail(user, taken), LATER, Consequences.NONE);

    assertThat(update).isEqualTo(NotSaved.EMAIL_TAKEN);
    assertThat(users().find(user.id())).contains(user);
  }

  @Test
  default void doesNotSaveATakenUsername() {
    var other = samples().register(withUsername());
    var user = samples().register();

    var update =
        users().update(SampleUsers.withProfile(user, other.profile()), LATER, Consequences.NONE);

    assertThat(update).isEqualTo(NotSaved.USERNAME_TAKEN);
    assertThat(users().find(user.id())).contains(user);
  }

  @Test
  default void letsAUserKeepTheirOwnAddressAndUsername() {
    var user = samples().register(withUsername());
    var upper = user.email().canonical().toUpperCase(Locale.ROOT);

    var update = users().update(SampleUsers.withEmail(user, upper), LATER, Consequences.NONE);

    assertThat(update).isInstanceOf(Saved.class);
    assertThat(users().find(user.id()).orElseThrow().email().display()).isEqualTo(upper);
  }

  @Test
  default void freesAUsernameThatIsGivenUp() {
    var first = samples().register(withUsername());
    var second = samples().register();
    users().update(SampleUsers.withProfile(first, Profile.EMPTY), LATER, Consequences.NONE);

    var update =
        users().update(SampleUsers.withProfile(second, first.profile()), LATER, Consequences.NONE);

    assertThat(update).isInstanceOf(Saved.class);
  }

  private static User withUsername() {
    return SampleUsers.withProfile(SampleUsers.user(), SampleUsers.fullProfile());
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
