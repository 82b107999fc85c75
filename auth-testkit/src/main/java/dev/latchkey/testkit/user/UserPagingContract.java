package dev.latchkey.testkit.user;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.domain.user.UserQuery.Order;
import dev.latchkey.domain.user.UserQuery.Place;
import dev.latchkey.testkit.sample.SampleUsers;
import dev.latchkey.testkit.store.StoresUnderTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How a search is put in order and cut into pages. Addresses are compared character by character,
/// as `String` does and as no dictionary would.
public interface UserPagingContract extends StoresUnderTest {

  @ParameterizedTest
  @EnumSource
  default void walksThroughEveryPageInOrder(Order order) {
    var word = SampleUsers.word();
    var expected = population(word).stream().sorted(comparator(order)).toList();

    for (var limit : List.of(1, 3, expected.size(), 100)) {
      var walked = walk(word, order, limit);

      assertThat(walked).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(walked).isSortedAccordingTo(comparator(order));
    }
  }

  @ParameterizedTest
  @EnumSource
  default void walksThroughUsersOfOneMoment(Order order) {
    var word = SampleUsers.word();
    var expected =
        IntStream.range(0, 20).mapToObj(i -> register(word + i + "@example.test", NOW)).toList();

    var walked = walk(word, order, 3);

    assertThat(walked).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource
  default void passesNobodyOverWhenOthersComeAndGo(Order order) {
    var word = SampleUsers.word();
    var all = population(word).stream().sorted(comparator(order)).toList();
    var first = search(word, order, null, 3);

    users().purge(first.users().get(0).id(), Consequences.NONE);
    users().purge(first.users().get(2).id(), Consequences.NONE);
    register(word + "+new@example.test", NOW.plusSeconds(3));
    var rest = walkFrom(word, order, first.next(), 3);

    assertThat(rest).containsAll(all.subList(3, all.size()));
    assertThat(rest).doesNotHaveDuplicates().doesNotContainAnyElementsOf(first.users());
  }

  @Test
  default void hasNoNextPageAfterTheLastUser() {
    var word = SampleUsers.word();
    var number = population(word).size();

    assertThat(search(word, Order.EMAIL, null, number).next()).isNull();
    assertThat(search(word, Order.EMAIL, null, number - 1).next()).isNotNull();
    assertThat(search(SampleUsers.word(), Order.EMAIL, null, 1).next()).isNull();
  }

  @Test
  default void countsWhatMatchesOnlyWhenAsked() {
    var word = SampleUsers.word();
    var number = population(word).size();
    var first = search(word, Order.NEWEST, null, 2);

    var counted =
        users().search(new UserQuery(word, null, null, null, Order.NEWEST, first.next(), 2, true));

    assertThat(counted.total()).isEqualTo(number);
    assertThat(first.total()).isNull();
  }

  @Test
  default void listsTheNewestFirstWhenNothingElseIsAskedFor() {
    var user =
        register(SampleUsers.word() + "@example.test", Instant.parse("2100-01-01T00:00:00Z"));

    var page = users().search(UserQuery.all(1));

    assertThat(page.users()).containsExactly(user);
    users().purge(user.id(), Consequences.NONE);
  }

  /// Times whose texts have no, three and six places, and addresses that dictionaries sort in
  /// another way.
  private List<User> population(String word) {
    return List.of(
        register(word + "-b@example.test", NOW),
        register(word + "a@example.test", Instant.parse("2026-01-01T00:00:00Z")),
        register(word + "_c@example.test", Instant.parse("2026-01-01T00:00:00.100Z")),
        register(word + ".d@example.test", Instant.parse("2026-01-01T00:00:00.100001Z")),
        register(word + "0@example.test", Instant.parse("2026-01-01T00:00:01Z")),
        register(word + "B@example.test", NOW.minusNanos(1000)),
        register(word + "{@example.test", Instant.parse("2025-12-31T23:59:59.999999Z")));
  }

  private User register(String email, Instant createdAt) {
    var user = SampleUsers.user(email, Profile.EMPTY, createdAt);
    users().register(user, HASH, Consequences.NONE);
    return user;
  }

  private List<User> walk(String prefix, Order order, int limit) {
    return walkFrom(prefix, order, null, limit);
  }

  private List<User> walkFrom(String prefix, Order order, @Nullable Place start, int limit) {
    var walked = new ArrayList<User>();
    var place = start;
    do {
      var page = search(prefix, order, place, limit);
      assertThat(page.users()).hasSizeBetween(1, limit);
      walked.addAll(page.users());
      place = page.next();
    } while (place != null);
    return walked;
  }

  private UserPage search(String prefix, Order order, @Nullable Place after, int limit) {
    return users().search(new UserQuery(prefix, null, null, null, order, after, limit, false));
  }

  private static Comparator<User> comparator(Order order) {
    Comparator<User> byEmail = Comparator.comparing(user -> user.email().canonical());
    return switch (order) {
      case NEWEST -> Comparator.comparing(User::createdAt).reversed();
      case OLDEST -> Comparator.comparing(User::createdAt);
      case EMAIL -> byEmail;
      case EMAIL_DESCENDING -> byEmail.reversed();
    };
  }
}
