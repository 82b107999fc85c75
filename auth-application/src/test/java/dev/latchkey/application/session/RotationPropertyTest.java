package dev.latchkey.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.session.RefreshSession.Refreshed;
import dev.latchkey.application.session.RefreshSession.Refused;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random lives of one session, each step checked against a model of a few lines.
@Tag("C071")
final class RotationPropertyTest {
  private static final int STEPS = 30;

  /// What may happen to a session.
  private enum Command {
    REFRESH_CURRENT,
    REFRESH_PARENT,
    REFRESH_GRANDPARENT,
    WAIT_SECONDS,
    WAIT_DAYS,
    LOG_OUT,
    CHANGE_PASSWORD_HERE,
    CHANGE_PASSWORD_ELSEWHERE,
    DEACTIVATE,
    REACTIVATE
  }

  @ParameterizedTest(name = "seeds from {0}")
  @ValueSource(longs = {0, 1000, 2000, 3000})
  void behavesAsTheModelSays(long firstSeed) {
    LongStream.range(firstSeed, firstSeed + 1000).forEach(seed -> new Life(seed).live());
  }

  @Test
  void meetsEveryOutcomeOften() {
    var met = new EnumMap<RotationModel.Answer, Integer>(RotationModel.Answer.class);

    LongStream.range(0, 500)
        .mapToObj(seed -> new Life(seed).live())
        .forEach(
            life -> life.met.forEach((answer, times) -> met.merge(answer, times, Integer::sum)));

    assertThat(met)
        .containsOnlyKeys(RotationModel.Answer.values())
        .allSatisfy((answer, times) -> assertThat(times).as(answer.name()).isGreaterThan(50));
  }

  /// One sequence of commands.
  private static final class Life {
    private final House house = new House();
    private final User anna = house.registered("anna@x.test");
    private final Caller elsewhere = house.caller(anna);
    private final List<TokenPair> pairs = new ArrayList<>();
    private final Map<RotationModel.Answer, Integer> met =
        new EnumMap<>(RotationModel.Answer.class);
    private final List<Command> history = new ArrayList<>();
    private final Random random;
    private final long seed;
    private final Caller here;
    private final RotationModel model;
    private RawPassword password = House.PASSWORD;

    Life(long seed) {
      this.seed = seed;
      random = new Random(seed);
      pairs.add(house.loggedIn(anna));
      here = house.caller(pairs.get(0));
      model = new RotationModel(house.policy, house.now());
    }

    Life live() {
      for (int i = 0; i < STEPS; i++) {
        var command = next();
        history.add(command);
        step(command);
        assertThat(house.isLetIn(current())).as(trace()).isEqualTo(model.isLetIn(house.now()));
      }
      return this;
    }

    /// Refreshing and waiting are common; what ends a session is rare.
    private Command next() {
      var all = Command.values();
      return random.nextInt(10) > 0 ? all[random.nextInt(5)] : all[random.nextInt(all.length)];
    }

    private void step(Command command) {
      switch (command) {
        case REFRESH_CURRENT -> refresh(0);
        case REFRESH_PARENT -> refresh(1);
        case REFRESH_GRANDPARENT -> refresh(random.nextInt(20) == 0 ? 2 : 0);
        case WAIT_SECONDS -> house.clock.advance(Duration.ofSeconds(random.nextInt(31)));
        case WAIT_DAYS -> house.clock.advance(Duration.ofHours(random.nextInt(24 * 7)));
        case LOG_OUT -> logOut();
        case CHANGE_PASSWORD_HERE -> changePassword(here);
        case CHANGE_PASSWORD_ELSEWHERE -> {
          changePassword(elsewhere);
          model.end();
        }
        case DEACTIVATE -> {
          house.deactivate(anna);
          model.end();
        }
        case REACTIVATE -> reactivate();
      }
    }

    private void refresh(int generationsBack) {
      var presented = Math.max(0, pairs.size() - 1 - generationsBack);
      var expected = model.refresh(presented, house.now());
      met.merge(expected, 1, Integer::sum);

      var outcome = house.refresh(pairs.get(presented));

      assertThat(answer(outcome)).as(trace()).isEqualTo(expected);
      if (outcome instanceof Refreshed refreshed) {
        take(refreshed);
      }
    }

    private void take(Refreshed refreshed) {
      if (refreshed.concurrent()) {
        assertThat(refreshed.pair().refresh()).as(trace()).isEqualTo(current().refresh());
        pairs.set(pairs.size() - 1, refreshed.pair());
      } else {
        assertThat(pairs)
            .as(trace())
            .noneMatch(pair -> pair.refresh().equals(refreshed.pair().refresh()));
        pairs.add(refreshed.pair());
      }
    }

    private void logOut() {
      var holder = pairs.get(random.nextInt(pairs.size())).refresh().reveal();
      assertThat(house.logOut().logOut(holder, LogOut.Scope.SESSION, House.REQUEST)).isTrue();
      model.end();
    }

    private void changePassword(Caller by) {
      var renewed = new RawPassword("secret word " + history.size());
      house.changePassword().change(by, password, renewed);
      password = renewed;
    }

    private void reactivate() {
      var user = house.stored(anna);
      house.users.update(
          user.edited(user.email(), user.profile(), user.role(), true, false),
          house.now(),
          Consequences.NONE);
    }

    private TokenPair current() {
      return pairs.get(pairs.size() - 1);
    }

    private String trace() {
      return "seed %d after %s".formatted(seed, history);
    }

    private static RotationModel.Answer answer(RefreshSession.Outcome outcome) {
      if (outcome instanceof Refreshed refreshed) {
        return refreshed.concurrent()
            ? RotationModel.Answer.CONCURRENT
            : RotationModel.Answer.ROTATED;
      }
      return RotationModel.Answer.valueOf(((Refused) outcome).name());
    }
  }
}
