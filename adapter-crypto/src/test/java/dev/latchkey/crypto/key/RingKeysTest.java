package dev.latchkey.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyId;
import dev.latchkey.domain.key.KeyMaterial;
import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RingKeysTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final byte[] INPUT = {1, 2, 3};
  private static final KeyPolicy POLICY =
      new KeyPolicy(
          KeyAlgorithm.ES256, Duration.ofDays(90), Duration.ofMinutes(10), Duration.ofMinutes(20));

  private static final byte[] OTHER_BYTES = new byte[32];

  static {
    OTHER_BYTES[0] = 1;
  }

  private final KeyEncryption encryption = new KeyEncryption(List.of(new byte[32]));
  private final SigningSecret secret = new SigningSecret(new byte[32]);
  private final SealedKeyMaker maker = new SealedKeyMaker(encryption, secret);
  private final SettableClock clock = new SettableClock(NOW);
  private final AtomicInteger reads = new AtomicInteger();
  private KeyRing stored = KeyRing.EMPTY;
  private final RingKeys keys = keys(encryption, secret);

  @ParameterizedTest
  @EnumSource(KeyAlgorithm.class)
  void signsWithTheActiveKeyAndChecksByItsName(KeyAlgorithm algorithm) {
    keys.use(KeyRing.of(made(algorithm)));

    var signature = keys.active().sign(INPUT);

    assertThat(keys.active().algorithm().joseName()).isEqualTo(algorithm.toString());
    var found = keys.find(keys.active().id()).orElseThrow();
    assertThat(found.verify(INPUT, signature)).isTrue();
    assertThat(found.verify(new byte[] {1}, signature)).isFalse();
  }

  @Test
  void goesOnCheckingWhatARetiredKeySigned() {
    var ring = KeyRing.of(made(KeyAlgorithm.ES256)).announcing(made(KeyAlgorithm.EDDSA), NOW);
    keys.use(ring);
    var old = keys.active();
    var signature = old.sign(INPUT);

    keys.use(ring.rotated(NOW, POLICY));

    assertThat(keys.active().id()).isNotEqualTo(old.id());
    assertThat(keys.find(old.id()).orElseThrow().verify(INPUT, signature)).isTrue();
    assertThat(keys.list()).hasSize(2);
  }

  @Test
  void opensNothingOfARetiredKey() {
    var ring = KeyRing.of(made(KeyAlgorithm.ES256)).announcing(made(KeyAlgorithm.HS256), NOW);

    var without = keys(new KeyEncryption(List.of()), secret);
    without.use(ring.rotated(NOW, POLICY));

    assertThat(without.active().id()).isEqualTo(secret.hs256().id());
    assertThat(without.list()).hasSize(1);
  }

  @Test
  @Tag("C139")
  void believesNoKeyThatWasTakenOut() {
    var first = made(KeyAlgorithm.ES256);
    keys.use(KeyRing.of(first));

    stored = KeyRing.of(made(KeyAlgorithm.ES256));
    keys.use(stored);

    assertThat(keys.find(first.id().value())).isEmpty();
  }

  @Test
  @Tag("C123")
  void publishesWhatStockLibrariesReadAndNothingPrivate() {
    var ring =
        KeyRing.of(made(KeyAlgorithm.RS256))
            .announcing(made(KeyAlgorithm.EDDSA), NOW.plusSeconds(9));
    keys.use(ring);

    var published = keys.list();

    assertThat(published)
        .allSatisfy(
            key -> assertThat(key).doesNotContainKeys("d", "p", "q", "dp", "dq", "qi", "k"));
    assertThat(published).extracting(key -> key.get("use")).containsOnly("sig");
    assertThat(published)
        .extracting(key -> key.get("kid"))
        .containsExactlyElementsOf(ring.keys().stream().map(key -> key.id().value()).toList());
  }

  @Test
  void publishesNoSecret() {
    keys.use(KeyRing.of(made(KeyAlgorithm.HS256)));

    assertThat(keys.list()).isEmpty();
  }

  @Test
  void hearsOfAKeyThatAnotherNodeBeganToUse() {
    keys.use(KeyRing.of(made(KeyAlgorithm.ES256)));
    var other = made(KeyAlgorithm.ES256);
    stored = KeyRing.of(other);

    assertThat(keys.find(other.id().value())).isPresent();
  }

  @Test
  void checksTokensOfKeysThatItCannotOpen() {
    var wrong = keys(new KeyEncryption(List.of(OTHER_BYTES)), secret);
    wrong.use(KeyRing.of(made(KeyAlgorithm.HS256)));
    stored =
        KeyRing.of(made(KeyAlgorithm.HS256))
            .announcing(made(KeyAlgorithm.ES256), NOW)
            .rotated(NOW, POLICY);

    assertThat(wrong.find(stored.active().orElseThrow().id().value())).isPresent();
    assertThat(wrong.active().id()).isEqualTo(secret.hs256().id());
  }

  /// The ring has moved on to a key that only the other nodes can open.
  @Test
  @Tag("C139")
  void believesNoKeyThatWasTakenOutThoughItCannotOpenTheNext() {
    var taken = made(KeyAlgorithm.ES256);
    var before = KeyRing.of(taken);
    keys.use(before);
    var elsewhere = new SealedKeyMaker(new KeyEncryption(List.of(OTHER_BYTES)), secret);
    var next = elsewhere.make(KeyAlgorithm.ES256, NOW);
    var after = before.announcing(next, NOW).rotated(NOW, POLICY).without(taken.id());

    stored = after;
    for (var look = 0; look < 2; look++) {
      assertThatThrownBy(() -> keys.use(after)).isInstanceOf(UnusableKey.class);
    }

    assertThat(keys.find(taken.id().value())).isEmpty();
    assertThat(keys.list()).extracting(key -> key.get("kid")).containsExactly(next.id().value());
    assertThatThrownBy(keys::active).isInstanceOf(Unavailable.class);
  }

  @Test
  void noticesThatTheKeyDoesNotOpenWhichBeginsToSign() {
    var before = KeyRing.of(made(KeyAlgorithm.ES256));
    keys.use(before);
    var old = keys.active().id();
    var elsewhere = new SealedKeyMaker(new KeyEncryption(List.of(OTHER_BYTES)), secret);
    var announced = before.announcing(elsewhere.make(KeyAlgorithm.ES256, NOW), NOW);

    assertThatThrownBy(() -> keys.use(announced)).isInstanceOf(UnusableKey.class);
    assertThatThrownBy(() -> keys.use(announced.rotated(NOW, POLICY)))
        .isInstanceOf(UnusableKey.class);

    assertThat(keys.active().id()).isEqualTo(old);
  }

  @Test
  void saysThatItCannotKnowAKeyWhileTheRingCannotBeRead() {
    var lost = new Unavailable("the database", Duration.ofSeconds(2), new IOException());
    var deaf =
        new RingKeys(
            encryption,
            secret,
            () -> {
              reads.incrementAndGet();
              throw lost;
            },
            clock);
    deaf.use(KeyRing.of(made(KeyAlgorithm.ES256)));

    for (var call = 0; call < 3; call++) {
      assertThatThrownBy(() -> deaf.find("k".repeat(43))).isSameAs(lost);
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void letsWhoeverAsksWhileTheRingIsReadWaitForWhatIsFound() throws Exception {
    var first = made(KeyAlgorithm.ES256);
    var fresh = made(KeyAlgorithm.ES256);
    var isRead = new CountDownLatch(1);
    var goesOn = new CountDownLatch(1);
    var slow =
        new RingKeys(
            encryption,
            secret,
            () -> {
              isRead.countDown();
              await(goesOn);
              return KeyRing.of(fresh);
            },
            clock);
    slow.use(KeyRing.of(first));

    var one = new FutureTask<>(() -> slow.find(fresh.id().value()));
    new Thread(one).start();
    isRead.await();
    var other = new FutureTask<>(() -> slow.find(fresh.id().value()));
    var waiting = new Thread(other);
    waiting.start();
    while (waiting.getState() == Thread.State.RUNNABLE || waiting.getState() == Thread.State.NEW) {
      Thread.onSpinWait();
    }
    goesOn.countDown();

    assertThat(one.get()).isPresent();
    assertThat(other.get()).isPresent();
  }

  @Test
  @Tag("C067")
  void readsTheRingOnceInTwoSecondsHoweverManyUnknownKeysAreNamed() {
    stored = KeyRing.of(made(KeyAlgorithm.ES256));
    keys.use(stored);

    IntStream.range(0, 10_000).forEach(number -> keys.find("k".repeat(38) + (10_000 + number)));
    assertThat(reads).hasValue(1);
    clock.advance(Duration.ofSeconds(3));
    keys.find("k".repeat(43));
    keys.find("' OR 1=1--");

    assertThat(reads).hasValue(2);
  }

  @Test
  @Tag("C140")
  void saysThatItsSealingKeyDoesNotOpenTheRing() {
    var wrong = keys(new KeyEncryption(List.of(OTHER_BYTES)), secret);

    assertThatThrownBy(() -> wrong.use(KeyRing.of(made(KeyAlgorithm.ES256))))
        .isInstanceOfSatisfying(
            UnusableKey.class,
            unusable -> assertThat(unusable.reason()).isEqualTo(UnusableKey.Reason.SEALED));
  }

  @Test
  void opensWithEachOfSeveralSealingKeys() {
    var fresh = new byte[32];
    fresh[0] = 1;
    var both = keys(new KeyEncryption(List.of(fresh, new byte[32])), secret);

    both.use(KeyRing.of(made(KeyAlgorithm.EDDSA)));

    assertThat(both.active().sign(INPUT)).hasSize(64);
  }

  @Test
  void refusesTheSecretOfAnotherDeployment() {
    var other = new SigningSecret("x".repeat(32).getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> keys(encryption, other).use(KeyRing.of(made(KeyAlgorithm.HS256))))
        .isInstanceOfSatisfying(
            UnusableKey.class,
            unusable -> assertThat(unusable.reason()).isEqualTo(UnusableKey.Reason.OTHER_SECRET));
  }

  @Test
  @Tag("C140")
  void refusesAKeyUnderAnotherName() {
    var one = made(KeyAlgorithm.ES256);
    var material = made(KeyAlgorithm.ES256).material();
    var misnamed = TokenKey.made(one.id(), KeyAlgorithm.ES256, material, NOW);

    assertMalformed(misnamed);
  }

  @Test
  @Tag("C140")
  void refusesAKeyOnAnotherCurve() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    var pair = generator.generateKeyPair();
    var id = new KeyId("another-curve");
    var sealed = encryption.seal(id, pair.getPrivate().getEncoded());

    assertMalformed(
        TokenKey.made(
            id, KeyAlgorithm.ES256, new KeyMaterial(pair.getPublic().getEncoded(), sealed), NOW));
  }

  @Test
  @Tag("C140")
  void refusesAPrivateKeyThatBelongsToAnother() {
    var one = made(KeyAlgorithm.ES256);
    var pair = KeyPairs.generate(KeyAlgorithm.ES256);
    var sealed = encryption.seal(one.id(), pair.getPrivate().getEncoded());
    var mixed = new KeyMaterial(Objects.requireNonNull(one.material()).publicKey(), sealed);

    assertMalformed(TokenKey.made(one.id(), KeyAlgorithm.ES256, mixed, NOW));
  }

  @Test
  void saysThatThereAreNoKeysYet() {
    assertThatIllegalStateException().isThrownBy(keys::active);
  }

  private void assertMalformed(TokenKey key) {
    assertThatThrownBy(() -> keys.use(KeyRing.of(key)))
        .isInstanceOfSatisfying(
            UnusableKey.class,
            unusable -> assertThat(unusable.reason()).isEqualTo(UnusableKey.Reason.MALFORMED));
  }

  private TokenKey made(KeyAlgorithm algorithm) {
    return maker.make(algorithm, NOW);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private RingKeys keys(KeyEncryption encryption, SigningSecret secret) {
    return new RingKeys(
        encryption,
        secret,
        () -> {
          reads.incrementAndGet();
          return stored;
        },
        clock);
  }
}
