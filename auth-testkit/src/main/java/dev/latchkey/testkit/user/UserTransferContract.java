package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.port.UserTransfer.Arrival;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleUsers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every transfer of users keeps to. A test class of an adapter implements this and inherits
/// the tests. The store need not be empty.
public interface UserTransferContract {

  /// The transfer, the same throughout a test.
  UserTransfer transfer();

  /// What the audit says of imports, the oldest first: the details of their events.
  List<String> imports();

  /// The store of the same users.
  UserStore users();

  @Test
  default void addsUsersAsTheyAre() {
    var full = new Credentials(full(SampleUsers.word() + "@Example.Test"), HASH);
    var bare = new Credentials(SampleUsers.user(), null);

    assertThat(add(List.of(full, bare))).containsOnly(Arrival.ADDED).hasSize(2);

    assertThat(users().findCredentials(full.user().id())).contains(full);
    assertThat(users().find(full.user().id()).orElseThrow().email().display())
        .isEqualTo(full.user().email().display());
    assertThat(users().findCredentials(bare.user().id())).contains(bare);
  }

  @Test
  default void keepsTimesInMicroseconds() {
    var email = SampleUsers.word() + "@example.test";
    var user = SampleUsers.user(email, Profile.EMPTY, NOW.plusNanos(987));

    add(List.of(new Credentials(user, HASH)));

    assertThat(users().find(user.id()).orElseThrow().createdAt()).isEqualTo(NOW);
  }

  @Test
  default void saysOfEachUserWhatBecameOfItAndLeavesWhoIsThere() {
    var there = new Credentials(full(SampleUsers.word() + "@example.test"), HASH);
    add(List.of(there));
    var sameId = new Credentials(withId(SampleUsers.user(), there.user().id()), null);
    var sameEmail =
        new Credentials(
            SampleUsers.user(there.user().email().canonical().toUpperCase(Locale.ROOT)), null);
    var sameUsername =
        new Credentials(
            SampleUsers.user(
                SampleUsers.word() + "@example.test",
                new Profile(there.user().profile().username(), null, null),
                NOW),
            null);
    var stranger = new Credentials(SampleUsers.user(), null);
    var batch = List.of(sameId, sameEmail, stranger, sameUsername, there);

    var probed = transfer().probe(batch);
    var added = add(batch);

    assertThat(added)
        .isEqualTo(probed)
        .containsExactly(
            Arrival.ID_TAKEN,
            Arrival.EMAIL_TAKEN,
            Arrival.ADDED,
            Arrival.USERNAME_TAKEN,
            Arrival.ID_TAKEN);
    assertThat(users().findCredentials(there.user().id())).contains(there);
    assertThat(users().find(sameEmail.user().id())).isEmpty();
    assertThat(users().find(sameUsername.user().id())).isEmpty();
    assertThat(users().findCredentials(stranger.user().id())).contains(stranger);
  }

  @Test
  default void addsOneOfTwoInABatchThatAreTheSame() {
    var word = SampleUsers.word();
    var first = new Credentials(SampleUsers.user(word + "@example.test"), HASH);
    var second = new Credentials(SampleUsers.user(word + "@EXAMPLE.test"), HASH);

    assertThat(add(List.of(first, second)))
        .containsExactlyInAnyOrder(Arrival.ADDED, Arrival.EMAIL_TAKEN);
  }

  @Test
  default void probingChangesNothing() {
    var stranger = new Credentials(SampleUsers.user(), HASH);

    assertThat(transfer().probe(List.of(stranger))).containsExactly(Arrival.ADDED);

    assertThat(users().find(stranger.user().id())).isEmpty();
  }

  @Test
  default void takesAnEmptyBatch() {
    assertThat(add(List.of())).isEmpty();
    assertThat(transfer().probe(List.of())).isEmpty();
  }

  @Test
  default void givesEveryUserOnceHoweverLargeThePages() {
    var added =
        Stream.generate(SampleUsers::user).limit(7).map(UserTransferContract::bare).toList();
    add(added);

    var byTwo = all(2);

    assertThat(byTwo).doesNotHaveDuplicates().containsAll(added);
    assertThat(byTwo).isEqualTo(all(UserTransfer.MAX_BATCH));
    assertThat(byTwo)
        .extracting(credentials -> credentials.user().id().toString())
        .isSortedAccordingTo(String::compareTo);
  }

  @Test
  default void givesHashesToo() {
    var user = new Credentials(full(SampleUsers.word() + "@example.test"), HASH);
    add(List.of(user));

    assertThat(all(UserTransfer.MAX_BATCH)).contains(user);
  }

  @Test
  default void addsEachUserOnceWhereTwoBatchesRace() {
    for (var round = 0; round < 5; round++) {
      var batch =
          Stream.generate(SampleUsers::user).limit(40).map(UserTransferContract::bare).toList();
      var reversed = new ArrayList<>(batch);
      Collections.reverse(reversed);
      var calls = new ArrayList<Callable<List<Arrival>>>();
      for (var runner = 0; runner < 4; runner++) {
        calls.add(() -> add(batch));
        calls.add(() -> add(reversed));
      }

      var arrivals = Race.among(calls).stream().flatMap(List::stream).toList();

      assertThat(arrivals).filteredOn(Arrival.ADDED::equals).hasSize(batch.size());
      assertThat(new HashSet<>(arrivals))
          .containsExactlyInAnyOrder(Arrival.ADDED, Arrival.ID_TAKEN);
    }
  }

  @Test
  default void keepsHowManyItAddedInTheAuditAndNothingWhereItAddedNone() {
    var batch = List.of(bare(SampleUsers.user()), bare(SampleUsers.user()));
    var before = imports().size();

    add(batch);
    add(batch);
    transfer().probe(List.of(bare(SampleUsers.user())));

    assertThat(imports().stream().skip(before)).containsExactly("2");
  }

  private List<Arrival> add(List<Credentials> users) {
    return transfer()
        .add(
            users,
            added ->
                AuditEvent.of(EventKind.USERS_IMPORTED, NOW, Origin.UNKNOWN)
                    .saying(Integer.toString(added)));
  }

  private List<Credentials> all(int limit) {
    var all = new ArrayList<Credentials>();
    @Nullable UserId last = null;
    for (var page = transfer().next(last, limit);
        !page.isEmpty();
        page = transfer().next(last, limit)) {
      assertThat(page.size()).isLessThanOrEqualTo(limit);
      all.addAll(page);
      last = page.get(page.size() - 1).user().id();
    }
    return all;
  }

  private static Credentials bare(User user) {
    return new Credentials(user, null);
  }

  private static User full(String email) {
    var user = SampleUsers.user(email, SampleUsers.fullProfile(), NOW);
    return new User(
        user.id(),
        user.email(),
        user.profile(),
        RoleName.ADMIN,
        false,
        true,
        NOW,
        NOW.plusSeconds(1),
        NOW.plusSeconds(2),
        0);
  }

  private static User withId(User user, UserId id) {
    return new User(
        id,
        user.email(),
        user.profile(),
        user.role(),
        user.active(),
        user.verified(),
        user.createdAt(),
        user.updatedAt(),
        user.lastLogin(),
        user.version());
  }
}
