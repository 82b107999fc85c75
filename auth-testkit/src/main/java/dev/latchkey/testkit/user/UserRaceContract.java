package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.UserStore.Registration;
import dev.latchkey.domain.port.UserStore.Update;
import dev.latchkey.domain.port.UserStore.Update.NotSaved;
import dev.latchkey.domain.port.UserStore.Update.Saved;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.Username;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Registrations and edits at the same time.
public interface UserRaceContract extends StoresUnderTest {

  @Test
  @Tag("C032")
  default void registersOneOfManyWithOneAddress() {
    for (var round = 0; round < rounds(); round++) {
      var word = SampleUsers.word();
      var rivals = IntStream.range(0, 50).mapToObj(i -> SampleUsers.user(inCase(word, i))).toList();

      var registrations = raceToRegister(rivals);

      assertThat(registrations.stream().collect(groupingBy(each -> each, counting())))
          .containsEntry(Registration.REGISTERED, 1L)
          .containsEntry(Registration.EMAIL_TAKEN, 49L);
      assertThat(rivals).filteredOn(rival -> users().find(rival.id()).isPresent()).hasSize(1);
    }
  }

  @Test
  default void registersOneOfManyWithOneUsername() {
    for (var round = 0; round < rounds(); round++) {
      var profile = new Profile(new Username(SampleUsers.word()), null, null);
      var rivals =
          IntStream.range(0, 8)
              .mapToObj(i -> SampleUsers.withProfile(SampleUsers.user(), profile))
              .toList();

      var registrations = raceToRegister(rivals);

      assertThat(registrations.stream().collect(groupingBy(each -> each, counting())))
          .containsEntry(Registration.REGISTERED, 1L)
          .containsEntry(Registration.USERNAME_TAKEN, 7L);
    }
  }

  @Test
  default void savesOneOfManyEditsOfOneVersion() {
    for (var round = 0; round < rounds(); round++) {
      var user = samples().register();
      var edits =
          IntStream.range(0, 8)
              .mapToObj(i -> SampleUsers.withProfile(user, SampleUsers.fullProfile()))
              .toList();

      var updates = Race.among(edits.stream().map(this::update).toList());

      var winners = updates.stream().filter(Saved.class::isInstance).toList();
      assertThat(winners).hasSize(1);
      assertThat(updates).filteredOn(each -> each == NotSaved.STALE).hasSize(7);
      assertThat(users().find(user.id()))
          .contains(edits.get(updates.indexOf(winners.get(0))).saved(NOW));
    }
  }

  @Test
  default void savesOneOfManyEditsToOneAddress() {
    for (var round = 0; round < rounds(); round++) {
      var word = SampleUsers.word();
      var edits =
          IntStream.range(0, 8)
              .mapToObj(i -> SampleUsers.withEmail(samples().register(), inCase(word, i)))
              .toList();

      var updates = Race.among(edits.stream().map(this::update).toList());

      assertThat(updates).filteredOn(Saved.class::isInstance).hasSize(1);
      assertThat(updates).filteredOn(each -> each == NotSaved.EMAIL_TAKEN).hasSize(7);
    }
  }

  private List<Registration> raceToRegister(List<User> rivals) {
    return Race.among(
        rivals.stream()
            .map(rival ->
                (Callable<Registration>) () -> users().register(rival, HASH, Consequences.NONE))
            .toList());
  }

  private Callable<Update> update(User edited) {
    return () -> users().update(edited, NOW, Consequences.NONE);
  }

  /// The address with another letter in upper case each time.
  private static String inCase(String word, int number) {
    var at = number % word.length();
    var letter = word.substring(at, at + 1).toUpperCase(Locale.ROOT);
    return word.substring(0, at) + letter + word.substring(at + 1) + "@Example.test";
  }

  private SampleSessions samples() {
    return new SampleSessions(users(), sessions());
  }
}
