package dev.latchkey.persistence.session.live;

import static dev.latchkey.testkit.sample.SampleSessions.IDLE;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.User;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveSessionsTest {
  private static final int CAPACITY = 100;

  private final LiveSessions sessions =
      new LiveSessions(new Entries(CAPACITY, Duration.ofMinutes(1)));
  private final User user = SampleUsers.user();

  @BeforeEach
  void believe() {
    sessions.believe(Belief.lasting());
  }

  @Test
  void readsASessionOnce() {
    var live = live(user);

    assertThat(find(live)).contains(live);

    assertThat(sessions.peek(id(live), NOW)).contains(live);
    assertThat(sessions.find(id(live), NOW, LiveSessionsTest::unread)).contains(live);
    assertThat(sessions.size()).isOne();
    assertThat(sessions.hits()).isEqualTo(2);
    assertThat(sessions.misses()).isOne();
  }

  @Test
  void readsAnewWhatMayHaveBeenProlonged() {
    var live = find(live(user)).orElseThrow();
    var later = NOW.plus(IDLE);
    var prolonged =
        new LiveSession(live.session().used(NOW.plusSeconds(1), later.plusSeconds(1)), user);

    assertThat(sessions.peek(id(live), later)).isEmpty();
    assertThat(sessions.find(id(live), later, () -> Optional.of(prolonged))).contains(prolonged);
    assertThat(sessions.peek(id(live), later)).contains(prolonged);
  }

  @Test
  void forgetsWhatIsTold() {
    var first = find(live(user)).orElseThrow();
    var second = find(live(user)).orElseThrow();
    var foreign = find(live(SampleUsers.user())).orElseThrow();

    sessions.forgetSession(first.session().id().value());
    assertThat(sessions.peek(id(first), NOW)).isEmpty();
    assertThat(sessions.peek(id(second), NOW)).isPresent();

    sessions.forgetUser(user.id().value());
    assertThat(sessions.peek(id(second), NOW)).isEmpty();
    assertThat(sessions.peek(id(foreign), NOW)).isPresent();

    sessions.forgetAll();
    assertThat(sessions.size()).isZero();
  }

  /// What was read is as old as the moment before the read, whatever happens before it is kept.
  @ParameterizedTest
  @MethodSource
  void keepsNothingThatWasChangedWhileItWasRead(Consumer<Meanwhile> happening) {
    var live = live(user);

    var found =
        sessions.find(
            id(live),
            NOW,
            () -> {
              happening.accept(new Meanwhile(sessions, live));
              return Optional.of(live);
            });

    assertThat(found).contains(live);
    assertThat(sessions.hears()).isTrue();
    assertThat(sessions.peek(id(live), NOW)).isEmpty();
  }

  static Stream<Named<Consumer<Meanwhile>>> keepsNothingThatWasChangedWhileItWasRead() {
    return Stream.of(
        Named.of("the session", now -> now.sessions.forgetSession(now.live.session().id().value())),
        Named.of("the user", now -> now.sessions.forgetUser(now.live.user().id().value())),
        Named.of("anything", now -> now.sessions.forgetAll()),
        Named.of(
            "more than is remembered",
            now -> {
              now.sessions.forgetUser(now.live.user().id().value());
              Stream.generate(UUID::randomUUID).limit(2_000).forEach(now.sessions::forgetSession);
            }),
        Named.of(
            "a time of doubt",
            now -> {
              now.sessions.doubt();
              now.sessions.believe(Belief.lasting());
            }));
  }

  record Meanwhile(LiveSessions sessions, LiveSession live) {}

  @Test
  void keepsWhatWasReadWhileOthersWereChanged() {
    var live = live(user);

    sessions.find(
        id(live),
        NOW,
        () -> {
          Stream.generate(UUID::randomUUID).limit(1_000).forEach(sessions::forgetSession);
          return Optional.of(live);
        });

    assertThat(sessions.peek(id(live), NOW)).contains(live);
  }

  @Test
  void believesNothingPastTheBound() {
    var live = find(live(user)).orElseThrow();

    sessions.believe(System.nanoTime() - LiveSessions.BOUND.toNanos());

    assertThat(sessions.hears()).isFalse();
    assertThat(sessions.peek(id(live), NOW)).isEmpty();
    assertThat(find(live)).contains(live);
    assertThat(sessions.peek(id(live), NOW)).isEmpty();
  }

  @Test
  void beginsWithNothingWhenItHearsAgain() {
    var live = find(live(user)).orElseThrow();

    sessions.doubt();
    assertThat(sessions.peek(id(live), NOW)).isEmpty();
    sessions.believe(Belief.lasting());

    assertThat(sessions.hears()).isTrue();
    assertThat(sessions.peek(id(live), NOW)).isEmpty();
  }

  @Test
  void beginsWithNothingAfterALapse() {
    var live = find(live(user)).orElseThrow();

    sessions.believe(System.nanoTime() - LiveSessions.BOUND.toNanos());
    sessions.believe(Belief.lasting());

    assertThat(sessions.peek(id(live), NOW)).isEmpty();
  }

  @Test
  void forgetsWhatACallChangedAlsoWhereItFails() {
    var live = find(live(user)).orElseThrow();

    try {
      sessions.changing(user.id(), LiveSessionsTest::unread);
    } catch (AssertionError expected) {
      // The commit may have come through although its answer was lost.
    }

    assertThat(sessions.peek(id(live), NOW)).isEmpty();
  }

  @Test
  void isBoundedAndKeepsWhatIsAskedFor() {
    var asked = find(live(user)).orElseThrow();

    for (var i = 0; i < 10 * CAPACITY; i++) {
      find(live(i % 2 == 0 ? user : SampleUsers.user()));
      assertThat(sessions.peek(id(asked), NOW)).contains(asked);
    }

    assertThat(sessions.size()).isEqualTo(CAPACITY);
    sessions.forgetUser(user.id().value());
    assertThat(sessions.size()).isLessThan(CAPACITY);
    assertThat(sessions.peek(id(asked), NOW)).isEmpty();
  }

  @Test
  void forgetsWhatIsTooOld() {
    var aging = new LiveSessions(new Entries(CAPACITY, Duration.ZERO));
    aging.believe(Belief.lasting());
    var live = live(user);

    aging.find(id(live), NOW, () -> Optional.of(live));
    assertThat(aging.peek(id(live), NOW)).isEmpty();
    for (var i = 0; i < CAPACITY; i++) {
      var other = live(SampleUsers.user());
      aging.find(id(other), NOW, () -> Optional.of(other));
    }

    assertThat(aging.size()).isLessThan(CAPACITY / 2);
  }

  private Optional<LiveSession> find(LiveSession live) {
    return sessions.find(id(live), NOW, () -> Optional.of(live));
  }

  private static LiveSession live(User user) {
    return new LiveSession(SampleSessions.opening(user, NOW).session(), user);
  }

  private static SessionId id(LiveSession live) {
    return live.session().id();
  }

  private static Optional<LiveSession> unread() {
    throw new AssertionError("was read");
  }
}
