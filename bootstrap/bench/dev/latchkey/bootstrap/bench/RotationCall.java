package dev.latchkey.bootstrap.bench;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.session.TokenDigest;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One session's chain of rotations.
final class RotationCall implements Call {
  private final SessionStore store;
  private final RefreshTokens tokens;
  private final Ids ids;
  private final SessionPolicy policy;
  private RefreshClaims latest;
  private TokenDigest digest;

  RotationCall(ApplicationContext context, RefreshClaims first) {
    store = context.getBean(SessionStore.class);
    tokens = context.getBean(RefreshTokens.class);
    ids = context.getBean(Ids.class);
    policy = context.getBean(SessionPolicy.class);
    latest = first;
    digest = TokenDigest.of(tokens.write(first));
  }

  @Override
  public Outcome run() {
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var successor = successor(now);
    var successorDigest = TokenDigest.of(tokens.write(successor));
    var rotated =
        store.rotate(
            new Rotation(
                latest,
                digest,
                successor,
                successorDigest,
                now,
                now.plus(policy.idle()),
                policy.grace()), Consequences.NONE);
    if (!(rotated instanceof Rotated.Spent)) {
      throw new IllegalStateException("not rotated: " + rotated);
    }
    latest = successor;
    digest = successorDigest;
    return Outcome.DONE;
  }

  private RefreshClaims successor(Instant now) {
    return new RefreshClaims(
        ids.next(), latest.session(), latest.user(), now, latest.expiresAt(), tokens.keyId());
  }
}
