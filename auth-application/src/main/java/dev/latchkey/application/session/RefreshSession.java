package dev.latchkey.application.session;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.limit.Admission;
import dev.latchkey.domain.limit.Claim;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import dev.latchkey.domain.limit.Source;
import dev.latchkey.domain.port.AccessTokens;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Ids;
import dev.latchkey.domain.port.RateLimits;
import dev.latchkey.domain.port.RefreshTokens;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.SessionPolicy;
import dev.latchkey.domain.session.TokenDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Exchanges a refresh token for its successor and a fresh access token.
///
/// A token is good for one exchange. Whoever presents it again within the grace, because an answer
/// was lost or two tabs refreshed at once, gets the same successor; whoever presents it later ends
/// the session, because then two parties hold it (RFC 9700 section 4.14.2).
public final class RefreshSession {
  private final SessionStore sessions;
  private final RefreshTokens refreshTokens;
  private final Ids ids;
  private final RateLimits limits;
  private final LimitPolicy limitPolicy;
  private final SessionPolicy policy;
  private final InstantSource clock;
  private final TokenPairs pairs;

  public RefreshSession(
      SessionStore sessions,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Ids ids,
      RateLimits limits,
      LimitPolicy limitPolicy,
      SessionPolicy policy,
      InstantSource clock) {
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.ids = ids;
    this.limits = limits;
    this.limitPolicy = limitPolicy;
    this.policy = policy;
    this.clock = clock;
    this.pairs = new TokenPairs(accessTokens, ids, policy);
  }

  /// What became of a refresh.
  public sealed interface Outcome {}

  /// The session lives on.
  ///
  /// @param concurrent whether another call had spent the token a moment ago
  public record Refreshed(TokenPair pair, boolean concurrent) implements Outcome {}

  /// Too many refreshes of the session, of the token or from the client's address. Nothing was
  /// spent and nothing ended.
  public record Throttled(Admission.Refused by) implements Outcome {}

  /// No new tokens.
  public enum Refused implements Outcome {
    /// Not a refresh token of ours. No session was touched: guessing ends none.
    INVALID,
    /// The token had been spent; its session has been ended.
    REUSED,
    /// The session had been ended, or its user may not log in.
    ENDED,
    /// The session's time has run out.
    EXPIRED
  }

  /// Rotates a refresh token.
  ///
  /// @param token whatever the client sent
  public Outcome refresh(String token, Origin origin) {
    var presented = refreshTokens.read(token).orElse(null);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (limits.admit(claims(presented, origin), now) instanceof Admission.Refused refused) {
      return new Throttled(refused);
    }
    if (presented == null) {
      return Refused.INVALID;
    }
    if (!now.isBefore(presented.expiresAt())) {
      return Refused.EXPIRED;
    }
    return rotate(presented, new RefreshToken(token), now, origin);
  }

  private List<Claim> claims(@Nullable RefreshClaims presented, Origin origin) {
    var source = new Source(origin.client());
    var claims = new ArrayList<>(limitPolicy.claims(source, LimitName.REFRESH_ADDRESS));
    if (presented != null) {
      var session = presented.session().toString();
      var token = presented.jti().toString();
      limitPolicy.claim(LimitName.REFRESH_SESSION, session).ifPresent(claims::add);
      limitPolicy.claim(LimitName.REFRESH_REPEAT, token).ifPresent(claims::add);
    }
    return claims;
  }

  private Outcome rotate(RefreshClaims presented, RefreshToken token, Instant now, Origin origin) {
    var successor =
        new RefreshClaims(
            ids.next(),
            presented.session(),
            presented.user(),
            now,
            presented.expiresAt(),
            refreshTokens.keyId());
    var written = refreshTokens.write(successor);
    var rotation =
        new Rotation(
            presented,
            TokenDigest.of(token),
            successor,
            TokenDigest.of(written),
            now,
            now.plus(policy.idle()),
            policy.grace());
    var reused =
        AuditEvent.of(EventKind.TOKEN_REUSED, now, origin)
            .about(presented.user())
            .in(presented.session());
    return answer(sessions.rotate(rotation, Consequences.of(reused)), written, now);
  }

  private Outcome answer(Rotated rotated, RefreshToken successor, Instant now) {
    if (rotated instanceof Rotated.Spent spent) {
      return new Refreshed(pairs.pair(spent.live(), successor, now), false);
    }
    if (rotated instanceof Rotated.Concurrent concurrent) {
      var same = refreshTokens.write(concurrent.successor());
      return new Refreshed(pairs.pair(concurrent.live(), same, now), true);
    }
    return refusal(rotated);
  }

  private static Refused refusal(Rotated rotated) {
    if (rotated instanceof Rotated.Reused) {
      return Refused.REUSED;
    }
    if (rotated instanceof Rotated.Ended) {
      return Refused.ENDED;
    }
    return rotated instanceof Rotated.Expired ? Refused.EXPIRED : Refused.INVALID;
  }
}
