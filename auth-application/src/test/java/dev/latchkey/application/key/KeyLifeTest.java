package dev.latchkey.application.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyId;
import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.testkit.key.PlainKeyMaker;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.store.InMemoryStores;
import dev.latchkey.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyLifeTest {
  private static final Instant START = Instant.parse("2026-06-15T12:00:00Z");
  private static final Duration NOTICE = Duration.ofMinutes(10);
  private static final Duration RETENTION = Duration.ofMinutes(17);

  private final InMemoryStores stores = new InMemoryStores();
  private final SettableClock clock = new SettableClock(START);
  private final PlainKeyMaker maker = new PlainKeyMaker("secret");

  @Test
  void beginsWithAKeyThatSignsAndOneThatIsNext() {
    var ring = start(KeyAlgorithm.ES256);

    assertThat(ring.active().orElseThrow().algorithm()).isEqualTo(KeyAlgorithm.ES256);
    assertThat(ring.pending().orElseThrow().signsFrom()).isEqualTo(START.plus(days(90)));
    assertThat(stores.keys().read()).isEqualTo(ring);
  }

  @Test
  void beginsWithTheSecretAloneForHs256() {
    var ring = start(KeyAlgorithm.HS256);

    assertThat(ring.active().orElseThrow().id()).isEqualTo(new KeyId("secret"));
    assertThat(ring.pending()).isEmpty();
    clock.advance(days(1000));
    assertThat(tend(KeyAlgorithm.HS256)).isEqualTo(ring);
  }

  @Test
  void changesNothingWhereNothingIsDue() {
    var ring = start(KeyAlgorithm.ES256);
    clock.advance(days(89));

    assertThat(tend(KeyAlgorithm.ES256)).isEqualTo(ring);
    assertThat(start(KeyAlgorithm.ES256)).isEqualTo(ring);
  }

  @Test
  void rotatesWhenItIsTime() {
    var first = start(KeyAlgorithm.ES256);
    clock.advance(days(90));

    var second = tend(KeyAlgorithm.ES256);

    assertThat(active(second)).isEqualTo(next(first));
    assertThat(second.find(active(first)).orElseThrow().state()).isEqualTo(KeyState.RETIRED);
    assertThat(next(second)).isNotEqualTo(next(first));
    assertThat(events(EventKind.KEY_ROTATED))
        .containsExactly(active(second).value(), active(first).value());
  }

  @Test
  void believesARetiredKeyAsLongAsItsLastToken() {
    var first = active(start(KeyAlgorithm.ES256));
    clock.advance(days(90));
    tend(KeyAlgorithm.ES256);

    clock.advance(RETENTION.minusSeconds(1));
    assertThat(tend(KeyAlgorithm.ES256).find(first)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(tend(KeyAlgorithm.ES256).find(first)).isEmpty();
  }

  @Test
  void rotatesSoonerWhereTheSettingSaysSo() {
    var first = start(KeyAlgorithm.ES256);
    clock.advance(days(30));

    var ring =
        new TendKeys(stores.keys(), maker, policy(KeyAlgorithm.ES256, days(30)), clock).tend();

    assertThat(active(ring)).isEqualTo(next(first));
  }

  @Test
  void givesNoticeOfAnotherAlgorithmWherePublicKeysAreInUse() {
    var first = start(KeyAlgorithm.ES256);
    clock.advance(days(1));

    var announced = start(KeyAlgorithm.EDDSA);

    assertThat(active(announced)).isEqualTo(active(first));
    assertThat(announced.pending().orElseThrow().algorithm()).isEqualTo(KeyAlgorithm.EDDSA);
    clock.advance(NOTICE.minusSeconds(1));
    assertThat(active(tend(KeyAlgorithm.EDDSA))).isEqualTo(active(first));
    clock.advance(Duration.ofSeconds(1));
    var switched = tend(KeyAlgorithm.EDDSA);
    assertThat(active(switched)).isEqualTo(next(announced));
    assertThat(switched.pending().orElseThrow().algorithm()).isEqualTo(KeyAlgorithm.EDDSA);
  }

  @Test
  void staysWhereTheOldAlgorithmIsSetAgainInTime() {
    var first = start(KeyAlgorithm.ES256);
    clock.advance(days(1));
    start(KeyAlgorithm.EDDSA);

    var ring = start(KeyAlgorithm.ES256);

    assertThat(active(ring)).isEqualTo(active(first));
    assertThat(ring.pending().orElseThrow().algorithm()).isEqualTo(KeyAlgorithm.ES256);
  }

  @Test
  void leavesTheSecretAtOnceForPublicKeys() {
    start(KeyAlgorithm.HS256);

    var ring = start(KeyAlgorithm.ES256);

    assertThat(ring.active().orElseThrow().algorithm()).isEqualTo(KeyAlgorithm.ES256);
    assertThat(ring.find(new KeyId("secret")).orElseThrow().believedUntil())
        .isEqualTo(START.plus(RETENTION));
  }

  @Test
  void returnsToTheSecretAtOnce() {
    var first = start(KeyAlgorithm.HS256);
    start(KeyAlgorithm.ES256);

    var ring = start(KeyAlgorithm.HS256);

    assertThat(active(ring)).isEqualTo(active(first));
    assertThat(ring.pending()).isEmpty();
  }

  @Test
  void goesByTheRingWhereNoAlgorithmIsSet() {
    var ring = start(KeyAlgorithm.ES256);

    assertThat(start(null)).isEqualTo(ring);
    clock.advance(days(90));
    assertThat(tend(null).pending().orElseThrow().algorithm()).isEqualTo(KeyAlgorithm.ES256);
  }

  @Test
  void leavesAnAnnouncedAlgorithmWhereNoneIsSet() {
    start(KeyAlgorithm.ES256);
    clock.advance(days(1));
    var announced = start(KeyAlgorithm.EDDSA);

    assertThat(start(null)).isEqualTo(announced);
  }

  @Test
  void takesAnotherSecretWhereNoAlgorithmIsSet() {
    start(null);
    var policy = policy(null, days(90));

    var ring = new StartKeys(stores.keys(), new PlainKeyMaker("another"), policy, clock).start();

    assertThat(active(ring)).isEqualTo(new KeyId("another"));
  }

  @Test
  void beginsWithTheSecretWhereNoAlgorithmIsSet() {
    assertThat(start(null).active().orElseThrow().algorithm()).isEqualTo(KeyAlgorithm.HS256);
  }

  @Test
  void rotatesAtOnceWhereEverybodyHasTheNextKey() {
    var first = start(KeyAlgorithm.ES256);

    var outcome = rotate(false);

    assertThat(outcome).isInstanceOf(RotateKeys.Rotated.class);
    assertThat(active(stores.keys().read())).isEqualTo(next(first));
  }

  @Test
  void plansARotationForWhenEverybodyHasTheNextKey() {
    start(KeyAlgorithm.ES256);
    clock.advance(days(1));
    rotate(false);
    var second = stores.keys().read();

    var outcome = rotate(false);

    assertThat(outcome)
        .isEqualTo(new RotateKeys.Planned(stores.keys().read().pending().orElseThrow()));
    assertThat(active(stores.keys().read())).isEqualTo(active(second));
    clock.advance(NOTICE);
    assertThat(active(tend(KeyAlgorithm.ES256))).isEqualTo(next(second));
  }

  @Test
  void rotatesWithoutNoticeWhereToldTo() {
    start(KeyAlgorithm.ES256);
    clock.advance(days(1));
    rotate(false);
    var second = stores.keys().read();

    assertThat(rotate(true)).isInstanceOf(RotateKeys.Rotated.class);

    assertThat(active(stores.keys().read())).isEqualTo(next(second));
  }

  @Test
  void doesNotRotateTheSecret() {
    start(KeyAlgorithm.HS256);

    assertThat(rotate(true)).isInstanceOf(RotateKeys.Secret.class);
  }

  @Test
  @Tag("C139")
  void takesTheSigningKeyOutAtOnce() {
    var first = start(KeyAlgorithm.ES256);

    var outcome = revoke(active(first));

    assertThat(outcome).isInstanceOf(RevokeKey.Revoked.class);
    var ring = stores.keys().read();
    assertThat(active(ring)).isEqualTo(next(first));
    assertThat(ring.find(active(first))).isEmpty();
    assertThat(ring.pending()).isPresent();
    assertThat(events(EventKind.KEY_REVOKED)).containsExactly(active(first).value());
  }

  @Test
  void takesTheNextKeyOut() {
    var first = start(KeyAlgorithm.ES256);

    revoke(next(first));

    var ring = stores.keys().read();
    assertThat(active(ring)).isEqualTo(active(first));
    assertThat(next(ring)).isNotEqualTo(next(first));
  }

  @Test
  void takesARetiredKeyOut() {
    var first = start(KeyAlgorithm.ES256);
    rotate(true);

    revoke(active(first));

    assertThat(stores.keys().read().find(active(first))).isEmpty();
  }

  @Test
  void takesOutNoKeyThatIsNotThereAndNotTheSecret() {
    var ring = start(KeyAlgorithm.HS256);

    assertThat(revoke(new KeyId("no-such-key"))).isEqualTo(RevokeKey.Refused.UNKNOWN);
    assertThat(revoke(active(ring))).isEqualTo(RevokeKey.Refused.SECRET);
    assertThat(stores.keys().read()).isEqualTo(ring);
  }

  @Test
  @Tag("C138")
  void givesAllNodesOneRingWhereTheyBeginAndRotateAtOnce() {
    var begun = Race.of(16, () -> start(KeyAlgorithm.ES256));
    assertThat(begun).allSatisfy(ring -> assertThat(active(ring)).isEqualTo(active(begun.get(0))));
    clock.advance(days(90));

    var rotated = Race.of(16, () -> tend(KeyAlgorithm.ES256));

    assertThat(rotated).allSatisfy(ring -> assertThat(active(ring)).isEqualTo(next(begun.get(0))));
    assertThat(stores.keys().read().keys()).hasSize(3);
  }

  private KeyRing start(@Nullable KeyAlgorithm algorithm) {
    return new StartKeys(stores.keys(), maker, policy(algorithm, days(90)), clock).start();
  }

  private KeyRing tend(@Nullable KeyAlgorithm algorithm) {
    return new TendKeys(stores.keys(), maker, policy(algorithm, days(90)), clock).tend();
  }

  private RotateKeys.Outcome rotate(boolean atOnce) {
    var policy = policy(KeyAlgorithm.ES256, days(90));
    return new RotateKeys(stores.keys(), maker, policy, clock).rotate(atOnce);
  }

  private RevokeKey.Outcome revoke(KeyId id) {
    var policy = policy(KeyAlgorithm.ES256, days(90));
    return new RevokeKey(stores.keys(), maker, policy, clock).revoke(id);
  }

  private static KeyPolicy policy(@Nullable KeyAlgorithm algorithm, Duration rotation) {
    return new KeyPolicy(algorithm, rotation, NOTICE, RETENTION);
  }

  private List<String> events(EventKind kind) {
    return stores.audit().search(AuditQuery.all(100)).entries().stream()
        .filter(entry -> entry.event().kind() == kind)
        .map(entry -> String.valueOf(entry.event().detail()))
        .toList();
  }

  private static KeyId active(KeyRing ring) {
    return ring.active().map(TokenKey::id).orElseThrow();
  }

  private static KeyId next(KeyRing ring) {
    return ring.pending().map(TokenKey::id).orElseThrow();
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
