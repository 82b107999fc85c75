package dev.latchkey.testkit.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.KeyStore;
import dev.latchkey.testkit.race.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of keys keeps to. A test class of an adapter implements this and inherits the
/// tests. The store need not be empty, but nobody else may use it meanwhile.
public interface KeyStoreContract {
  /// When the keys of these tests are made.
  Instant NOW = Instant.parse("2026-06-15T12:00:00.123456Z");

  /// How the keys of these tests come and go.
  KeyPolicy POLICY =
      new KeyPolicy(
          KeyAlgorithm.ES256, Duration.ofDays(90), Duration.ofMinutes(10), Duration.ofMinutes(20));

  /// The store, the same throughout a test.
  KeyStore keys();

  /// The audit of the same deployment.
  AuditLog audit();

  /// How often each race is run.
  default int rounds() {
    return 10;
  }

  @Test
  default void keepsARingWithAllThatIsKnownOfItsKeys() {
    var ring =
        KeyRing.of(key(KeyAlgorithm.ES256))
            .announcing(key(KeyAlgorithm.RS256), NOW.plusSeconds(60))
            .rotated(NOW.plusSeconds(60), POLICY)
            .announcing(key(KeyAlgorithm.EDDSA), NOW.plusSeconds(600));

    replaceWith(ring);

    assertThat(keys().read()).isEqualTo(ring);
  }

  @Test
  default void keepsAKeyThatIsTheDeploymentsSecret() {
    var ring = KeyRing.of(key(KeyAlgorithm.HS256));

    replaceWith(ring);

    assertThat(keys().read()).isEqualTo(ring);
  }

  @Test
  default void takesAKeyOutAndMayTakeItInAgain() {
    var secret = key(KeyAlgorithm.HS256);
    var other = KeyRing.of(key(KeyAlgorithm.ES256));
    replaceWith(KeyRing.of(secret));
    replaceWith(other);
    assertThat(keys().read()).isEqualTo(other);

    replaceWith(KeyRing.of(secret));

    assertThat(keys().read()).isEqualTo(KeyRing.of(secret));
  }

  @Test
  default void movesARotationOn() {
    var ring =
        KeyRing.of(key(KeyAlgorithm.ES256)).announcing(key(KeyAlgorithm.ES256), NOW.plusSeconds(9));
    replaceWith(ring);

    replaceWith(ring.rotated(NOW.plusSeconds(9), POLICY));

    assertThat(keys().read()).isEqualTo(ring.rotated(NOW.plusSeconds(9), POLICY));
  }

  @Test
  default void replacesNothingButWhatIsExpected() {
    var ring = KeyRing.of(key(KeyAlgorithm.ES256));
    replaceWith(ring);
    var stale = KeyRing.of(key(KeyAlgorithm.ES256));

    var replaced =
        keys().replace(stale, KeyRing.of(key(KeyAlgorithm.ES256)), said("not to be seen"));

    assertThat(replaced).isFalse();
    assertThat(keys().read()).isEqualTo(ring);
    assertThat(kept("not to be seen")).isZero();
  }

  @Test
  default void writesTheConsequencesOfAChange() {
    var detail = UUID.randomUUID().toString();

    keys().replace(keys().read(), KeyRing.of(key(KeyAlgorithm.ES256)), said(detail));

    assertThat(kept(detail)).isOne();
  }

  @Test
  default void letsOneOfManyReplaceTheSameRing() {
    for (var round = 0; round < rounds(); round++) {
      var ring = keys().read();
      var nexts =
          IntStream.range(0, 16).mapToObj(unused -> KeyRing.of(key(KeyAlgorithm.ES256))).toList();
      var detail = UUID.randomUUID().toString();

      var replaced =
          Race.among(
              nexts.stream()
                  .map(next -> (Callable<Boolean>) () -> keys().replace(ring, next, said(detail)))
                  .toList());

      assertThat(replaced).containsOnlyOnce(true);
      assertThat(keys().read()).isEqualTo(nexts.get(replaced.indexOf(true)));
      assertThat(kept(detail)).isOne();
    }
  }

  private void replaceWith(KeyRing ring) {
    assertThat(keys().replace(keys().read(), ring, Consequences.NONE)).isTrue();
  }

  private long kept(String detail) {
    var newest = new AuditQuery(null, null, EventKind.KEY_ROTATED, null, null, null, 100);
    return audit().search(newest).entries().stream()
        .filter(entry -> detail.equals(entry.event().detail()))
        .count();
  }

  private static Consequences said(String detail) {
    return Consequences.of(
        AuditEvent.of(EventKind.KEY_ROTATED, Instant.now(), Origin.UNKNOWN).saying(detail));
  }

  private static TokenKey key(KeyAlgorithm algorithm) {
    return new PlainKeyMaker(UUID.randomUUID().toString()).make(algorithm, NOW);
  }
}
