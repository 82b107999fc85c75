package dev.latchkey.application.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.apikey.RawApiKey;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CreateApiKeyTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final Caller caller = house.caller(anna);
  private final Instant now = house.now().truncatedTo(ChronoUnit.MICROS);

  @Test
  void tellsTheKeyOnceAndKeepsItsDigest() {
    var created = created(new ApiKeyWish(" Build ", List.of("b:read", "a:read", "b:read"), null));

    var key = created.key();
    assertThat(created.raw().reveal()).matches("lkp_[0-9A-Za-z]{49}").startsWith(key.hint());
    assertThat(key.hint()).hasSize(8);
    assertThat(key.user()).isEqualTo(anna.id());
    assertThat(key.name().value()).isEqualTo("Build");
    assertThat(key.scopes().texts()).containsExactly("a:read", "b:read");
    assertThat(key.createdAt()).isEqualTo(now);
    assertThat(key.lastUsedAt()).isNull();
    assertThat(house.stores.apiKeys().findLive(created.raw().digest(), now).orElseThrow().key())
        .isEqualTo(key);
    assertThat(created.toString()).doesNotContain(created.raw().reveal());
  }

  @Test
  void writesDownWhoMadeIt() {
    var key = created(wish(null)).key();

    var event = house.stores.audit().events().get(house.stores.audit().events().size() - 1);
    assertThat(event.kind()).isEqualTo(EventKind.API_KEY_CREATED);
    assertThat(event.actor()).isEqualTo(anna.id());
    assertThat(event.user()).isEqualTo(anna.id());
    assertThat(event.session()).isEqualTo(caller.session());
    assertThat(event.key()).isEqualTo(key.id());
  }

  @Test
  void endsAKeyAfterNinetyDaysOrWhenItsUserSays() {
    var soon = now.plusSeconds(1);
    var latest = now.plus(Duration.ofDays(366));

    assertThat(created(wish(null)).key().expiresAt()).isEqualTo(now.plus(Duration.ofDays(90)));
    assertThat(created(wish(soon)).key().expiresAt()).isEqualTo(soon);
    assertThat(created(wish(latest)).key().expiresAt()).isEqualTo(latest);
    for (var wrong : List.of(now, now.minusSeconds(1), latest.plusSeconds(1), Instant.MAX)) {
      assertThat(faults(wish(wrong))).containsExactly("expires_at INVALID_VALUE");
    }
  }

  @Test
  void namesAllFaultsAtOnce() {
    var many = IntStream.range(0, 33).mapToObj(i -> "s" + i).toList();

    assertThat(faults(new ApiKeyWish("\u200b", List.of("a b"), now)))
        .containsExactly("name INVALID_NAME", "scopes INVALID_VALUE", "expires_at INVALID_VALUE");
    assertThat(faults(new ApiKeyWish("n", many, null))).containsExactly("scopes INVALID_VALUE");
    assertThat(faults(new ApiKeyWish("n".repeat(101), List.of(), null)))
        .containsExactly("name INVALID_NAME");
    assertThat(house.stores.apiKeys().list(anna.id(), now)).isEmpty();
  }

  @Test
  void makesNoMoreThanTwentyFive() {
    var outcomes = IntStream.range(0, 26).mapToObj(i -> create(wish(null))).toList();

    assertThat(Collections.frequency(outcomes, CreateApiKey.Refused.TOO_MANY)).isOne();
    assertThat(outcomes.get(25)).isEqualTo(CreateApiKey.Refused.TOO_MANY);
    assertThat(house.stores.apiKeys().list(anna.id(), now)).hasSize(25);
  }

  @Test
  void makesNoneInASessionThatEndedMeanwhileAndNoneForAKey() {
    var key = created(wish(null)).key();
    var byKey = Caller.by(anna, key, House.REQUEST);
    house.sessions.endAll(anna.id(), EndReason.LOGGED_OUT, now, Consequences.NONE);

    assertThat(create(wish(null))).isEqualTo(CreateApiKey.Refused.NO_SESSION);
    assertThat(house.createApiKey().create(byKey, wish(null)))
        .isEqualTo(CreateApiKey.Refused.NO_SESSION);
    assertThat(house.stores.apiKeys().list(anna.id(), now)).containsExactly(key);
  }

  @Test
  void readsNothingThatIsNoKey() {
    var raw = created(wish(null)).raw().reveal();

    assertThat(RawApiKey.parse(raw)).isPresent();
    assertThat(RawApiKey.parse("lks" + raw.substring(3))).isEmpty();
    assertThat(RawApiKey.parse(raw + "0")).isEmpty();
    assertThat(RawApiKey.parse("")).isEmpty();
  }

  private static ApiKeyWish wish(@Nullable Instant expiresAt) {
    return new ApiKeyWish("Build", List.of(), expiresAt);
  }

  private List<String> faults(ApiKeyWish wish) {
    var outcome = create(wish);
    assertThat(outcome).isInstanceOf(CreateApiKey.Invalid.class);
    return ((CreateApiKey.Invalid) outcome)
        .violations().stream().map(CreateApiKeyTest::shown).toList();
  }

  private static String shown(Violation fault) {
    return fault.field() + " " + fault.code();
  }

  private CreateApiKey.Created created(ApiKeyWish wish) {
    var outcome = create(wish);
    assertThat(outcome).isInstanceOf(CreateApiKey.Created.class);
    return (CreateApiKey.Created) outcome;
  }

  private CreateApiKey.Outcome create(ApiKeyWish wish) {
    return house.createApiKey().create(caller, wish);
  }
}
