package dev.latchkey.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.key.KeyRing;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.token.AccessClaims;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is remembered of a token goes with its key.
class RememberedTokensTest {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final KeyPolicy POLICY =
      new KeyPolicy(
          KeyAlgorithm.ES256, Duration.ofDays(90), Duration.ofMinutes(10), Duration.ofMinutes(20));

  private final SettableClock clock = new SettableClock();
  private final SealedKeyMaker maker =
      new SealedKeyMaker(encryption(), new SigningSecret(new byte[32]));
  private final RingKeys keys =
      new RingKeys(
          encryption(), new SigningSecret(new byte[32]), RememberedTokensTest::unread, clock);
  private final JwtAccessTokens tokens =
      new JwtAccessTokens(keys, "https://id.example", "latchkey", LIFE, clock);

  @ParameterizedTest
  @EnumSource(KeyAlgorithm.class)
  void goesOnWhileItsKeyIsBelievedAndNoLonger(KeyAlgorithm algorithm) {
    var ring = KeyRing.of(maker.make(algorithm, clock.instant()));
    var next = maker.make(KeyAlgorithm.ES256, clock.instant());
    keys.use(ring);
    var token = tokens.issue(claims()).reveal();
    var verified = tokens.verify(token);
    assertThat(tokens.peek(token)).isEqualTo(verified).isPresent();

    keys.use(ring.announcing(next, clock.instant()).rotated(clock.instant(), POLICY));
    assertThat(tokens.verify(token)).isEqualTo(verified);
    assertThat(tokens.peek(token)).isEqualTo(verified);

    keys.use(KeyRing.of(next));
    assertThat(tokens.peek(token)).isEmpty();
  }

  @Test
  void asksNobodyToPeek() {
    keys.use(KeyRing.of(maker.make(KeyAlgorithm.ES256, clock.instant())));
    var token = tokens.issue(claims()).reveal();
    keys.use(KeyRing.of(maker.make(KeyAlgorithm.ES256, clock.instant())));

    assertThat(tokens.peek(token)).isEmpty();
    assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(Unavailable.class);
  }

  @Test
  void isNotGoodBeforeItWas() {
    keys.use(KeyRing.of(maker.make(KeyAlgorithm.HS256, clock.instant())));
    var token = tokens.issue(claims()).reveal();
    assertThat(tokens.verify(token)).isPresent();

    clock.advance(JwtAccessTokens.SKEW.plusSeconds(1).negated());

    assertThat(tokens.peek(token)).isEmpty();
    assertThat(tokens.verify(token)).isEmpty();
  }

  private static KeyEncryption encryption() {
    return new KeyEncryption(List.of(new byte[32]));
  }

  private static KeyRing unread() {
    throw new Unavailable("asked", Duration.ZERO, new IllegalStateException());
  }

  private AccessClaims claims() {
    var now = clock.instant();
    return new AccessClaims(
        UUID.randomUUID(),
        new UserId(UUID.randomUUID()),
        new SessionId(UUID.randomUUID()),
        RoleName.USER,
        EmailAddress.parse("zoe@example.test").orElseThrow(),
        null,
        now,
        now,
        now.plus(LIFE));
  }
}
