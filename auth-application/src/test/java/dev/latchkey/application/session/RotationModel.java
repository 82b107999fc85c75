package dev.latchkey.application.session;

import dev.latchkey.domain.session.SessionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What should become of the tokens of one session, told as simply as can be: tokens are numbers,
/// the last one is unspent.
final class RotationModel {
  private final SessionPolicy policy;
  private final List<Instant> spentAt = new ArrayList<>();
  private final Instant expiresAt;
  private Instant idleUntil;
  private Instant accessUntil;
  private boolean ended;

  /// What a refresh is answered with.
  enum Answer {
    ROTATED,
    CONCURRENT,
    REUSED,
    ENDED,
    EXPIRED
  }

  RotationModel(SessionPolicy policy, Instant now) {
    this.policy = policy;
    expiresAt = now.plus(policy.lifetime());
    idleUntil = now.plus(policy.idle());
    accessUntil = now.plus(policy.accessLifetime());
  }

  Answer refresh(int token, Instant now) {
    if (!now.isBefore(expiresAt)) {
      return Answer.EXPIRED;
    }
    if (ended) {
      return Answer.ENDED;
    }
    if (!now.isBefore(idleUntil)) {
      return Answer.EXPIRED;
    }
    if (token == spentAt.size()) {
      spentAt.add(now);
      idleUntil = now.plus(policy.idle());
      return answered(Answer.ROTATED, now);
    }
    var isParent = token == spentAt.size() - 1;
    if (isParent && !now.isAfter(spentAt.get(token).plus(policy.grace()))) {
      return answered(Answer.CONCURRENT, now);
    }
    ended = true;
    return Answer.REUSED;
  }

  private Answer answered(Answer answer, Instant now) {
    accessUntil = now.plus(policy.accessLifetime());
    return answer;
  }

  /// Whether the newest access token is good.
  boolean isLetIn(Instant now) {
    return !ended
        && now.isBefore(accessUntil)
        && now.isBefore(idleUntil)
        && now.isBefore(expiresAt);
  }

  void end() {
    ended = true;
  }
}
