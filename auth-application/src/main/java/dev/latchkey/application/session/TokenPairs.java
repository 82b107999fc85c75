package dev.latchkey.application.session;

import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.token.AccessClaims;
import java.time.Duration;
import java.time.Instant;

/// Puts a fresh access token beside a refresh token: the last step of a log-in and of a refresh.
record TokenPairs(AccessTokens accessTokens, Ids ids, SessionPolicy policy) {

  TokenPair pair(LiveSession live, RefreshToken refresh, Instant now) {
    var user = live.user();
    var expiresAt = earlier(now.plus(policy.accessLifetime()), live.session().expiresAt());
    var claims =
        new AccessClaims(
            ids.next(),
            user.id(),
            live.session().id(),
            user.role(),
            user.email(),
            user.profile().username(),
            live.session().createdAt(),
            now,
            expiresAt);
    return new TokenPair(
        accessTokens.issue(claims),
        Duration.between(now, expiresAt),
        refresh,
        Duration.between(now, live.session().endsAt()),
        user);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
