package dev.latchkey.application.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.House;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.ApiKeyStore;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckApiKeyTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final CreateApiKey.Created made = made();
  private final String raw = made.raw().reveal();
  private final List<String> asked = new ArrayList<>();

  private CreateApiKey.Created made() {
    var wish = new ApiKeyWish("Build", List.of("account:read"), null);
    return (CreateApiKey.Created) house.createApiKey().create(house.caller(anna), wish);
  }

  @Test
  void findsTheUserAsTheyAreNowAndNoSession() {
    var stored = house.stored(anna);
    house.users.update(
        stored.edited(stored.email(), stored.profile(), RoleName.ADMIN, true, true),
        house.now(),
        Consequences.NONE);

    var caller = check(raw).orElseThrow();

    assertThat(caller.user()).isEqualTo(house.stored(anna));
    assertThat(caller.isAdmin()).isTrue();
    assertThat(caller.key()).isEqualTo(made.key());
    assertThat(caller.openSession()).isNull();
    assertThatThrownBy(caller::session).isInstanceOf(IllegalStateException.class);
    assertThat(caller.event(EventKind.USER_EDITED, anna.id(), house.now()).key())
        .isEqualTo(made.key().id());
  }

  @Test
  void refusesAKeyThatWasRevokedOrRanOut() {
    var other = made();
    house.stores.apiKeys().revoke(anna.id(), made.key().id(), house.now(), Consequences.NONE);
    assertThat(check(raw)).isEmpty();

    assertThat(check(other.raw().reveal())).isPresent();
    house.clock.advance(Duration.ofDays(90));
    assertThat(check(other.raw().reveal())).isEmpty();
  }

  @Test
  @Tag("C116")
  void refusesTheKeyOfADeactivatedUserAtOnce() {
    house.deactivate(anna);

    assertThat(check(raw)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lkp_", "garbage", "\u0000", "lkp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void asksNobodyAboutWhatIsNoKey(String text) {
    assertThat(check(text)).isEmpty();
    assertThat(check(raw.substring(0, raw.length() - 1) + "_")).isEmpty();
    assertThat(check(raw.substring(0, 10) + swapped(raw.charAt(10)) + raw.substring(11)))
        .as("a slip of the pen")
        .isEmpty();

    assertThat(asked).isEmpty();
  }

  private static char swapped(char digit) {
    return digit == 'a' ? 'b' : 'a';
  }

  @Test
  void looksOnceAndNotesAUseOnceAnHour() {
    var first = house.now().truncatedTo(ChronoUnit.MICROS);
    check(raw);
    assertThat(lastUse()).isEqualTo(first);
    assertThat(asked).containsExactly("findLive", "noteUse");

    asked.clear();
    house.clock.advance(Duration.ofMinutes(60).minusNanos(1000));
    check(raw);
    assertThat(asked).containsExactly("findLive");
    assertThat(lastUse()).isEqualTo(first);

    house.clock.advance(Duration.ofNanos(1000));
    check(raw);
    assertThat(lastUse()).isEqualTo(first.plus(Duration.ofHours(1)));
  }

  @Test
  void letsAKeyInWhoseUseCannotBeNoted() {
    assertThat(checking("noteUse").check(raw, House.REQUEST)).isPresent();
  }

  @Test
  @Tag("C147")
  void takesNoKeyForABadOneWhereTheStoreCannotAnswer() {
    assertThatThrownBy(() -> checking("findLive").check(raw, House.REQUEST))
        .isInstanceOf(Unavailable.class);
  }

  private Optional<Caller> check(String text) {
    return checking("").check(text, House.REQUEST);
  }

  /// A check on a store that notes what it is asked, and one method of which fails.
  private CheckApiKey checking(String failing) {
    var store =
        Proxy.newProxyInstance(
            ApiKeyStore.class.getClassLoader(),
            new Class<?>[] {ApiKeyStore.class},
            (proxy, method, arguments) -> {
              asked.add(method.getName());
              if (method.getName().equals(failing)) {
                throw new Unavailable("gone", Duration.ofSeconds(1), new IllegalStateException());
              }
              try {
                return method.invoke(house.stores.apiKeys(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return new CheckApiKey((ApiKeyStore) store, house.clock);
  }

  private @Nullable Instant lastUse() {
    return house.stores.apiKeys().list(anna.id(), house.now()).stream()
        .filter(key -> key.id().equals(made.key().id()))
        .map(ApiKey::lastUsedAt)
        .findAny()
        .orElse(null);
  }
}
