package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final Duration NOTICE = Duration.ofMinutes(10);
  private static final Duration RETENTION = Duration.ofMinutes(20);
  private static final KeyPolicy POLICY =
      new KeyPolicy(KeyAlgorithm.ES256, Duration.ofDays(90), NOTICE, RETENTION);

  private final TokenKey first = key("first", KeyAlgorithm.ES256, NOW);
  private final TokenKey second = key("second", KeyAlgorithm.ES256, NOW);

  @Test
  void signsWithItsFirstKey() {
    var ring = KeyRing.of(first);

    assertThat(ring.active()).map(TokenKey::id).contains(first.id());
    assertThat(ring.pending()).isEmpty();
    assertThat(KeyRing.EMPTY.active()).isEmpty();
  }

  @Test
  void announcesOneKeyAtATime() {
    var third = key("third", KeyAlgorithm.ES256, NOW);

    var ring = KeyRing.of(first).announcing(second, NOW).announcing(third, NOW.plusSeconds(9));

    assertThat(ring.pending()).map(TokenKey::id).contains(third.id());
    assertThat(ring.pending()).map(TokenKey::signsFrom).contains(NOW.plusSeconds(9));
    assertThat(ring.planning(NOW).pending()).map(TokenKey::signsFrom).contains(NOW);
    assertThat(ring.find(second.id())).isEmpty();
  }

  @Test
  void believesTheKeyBeforeForAWhile() {
    var ring = KeyRing.of(first).announcing(second, NOW).rotated(NOW, POLICY);

    assertThat(ring.active()).map(TokenKey::id).contains(second.id());
    assertThat(ring.pruned(NOW.plus(RETENTION).minusNanos(1)).find(first.id())).isPresent();
    assertThat(ring.pruned(NOW.plus(RETENTION)).find(first.id())).isEmpty();
    assertThat(ring.without(first.id()).find(first.id())).isEmpty();
  }

  @Test
  void rotatesToNothingButTheNextKey() {
    assertThatIllegalStateException().isThrownBy(() -> KeyRing.of(first).rotated(NOW, POLICY));
  }

  @Test
  void knowsWhenEverybodyHasTheNextKey() {
    var later = key("later", KeyAlgorithm.EDDSA, NOW.plusSeconds(60));
    var secret = key("secret", KeyAlgorithm.HS256, NOW.minusSeconds(60));

    assertThat(KeyRing.of(first).knownFrom(second, POLICY)).isEqualTo(NOW);
    assertThat(KeyRing.of(first).knownFrom(later, POLICY))
        .isEqualTo(NOW.plusSeconds(60).plus(NOTICE));
    assertThat(KeyRing.of(secret).knownFrom(first, POLICY)).isEqualTo(NOW);
    assertThat(
            KeyRing.of(first).knownFrom(key("s", KeyAlgorithm.HS256, NOW.plusSeconds(1)), POLICY))
        .isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void isTheSameInWhateverOrderItsKeysCome() {
    var ring = KeyRing.of(first).announcing(second, NOW);

    assertThat(new KeyRing(List.of(ring.keys().get(1), ring.keys().get(0)))).isEqualTo(ring);
  }

  @Test
  void isNeverWithoutAnActiveKeyNorWithTwo() {
    var ring = KeyRing.of(first).announcing(second, NOW);

    assertThatIllegalArgumentException().isThrownBy(() -> ring.without(first.id()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyRing(List.of(first.active(NOW), second.active(NOW))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyRing(List.of(first.active(NOW), second, key("x", NOW))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyRing(List.of(first.active(NOW), first)));
  }

  private static TokenKey key(String id, Instant now) {
    return key(id, KeyAlgorithm.ES256, now);
  }

  private static TokenKey key(String id, KeyAlgorithm algorithm, Instant now) {
    return TokenKey.made(new KeyId(id), algorithm, null, now);
  }
}
