package dev.latchkey.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.port.SessionStore;
import dev.latchkey.domain.port.UserStore;
import dev.latchkey.domain.port.UserStore.Registration;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Registers users, logs them in and refreshes their sessions, with ids and digests that need no
/// signing.
public record SampleSessions(UserStore users, SessionStore sessions) {
  /// The hash of every registered user's password.
  public static final PasswordHash HASH = new PasswordHash("$sample$one");

  /// The hash of another password.
  public static final PasswordHash OTHER_HASH = new PasswordHash("$sample$two");

  /// How long a session lives.
  public static final Duration LIFETIME = Duration.ofDays(30);

  /// How long it lives without a refresh.
  public static final Duration IDLE = Duration.ofDays(14);

  /// How long the parent of an unused successor still answers.
  public static final Duration GRACE = Duration.ofSeconds(30);

  private static final int MANY = 50;

  /// Registers a new user with [#HASH].
  public User register() {
    return register(SampleUsers.user());
  }

  /// Registers this user with [#HASH].
  public User register(User user) {
    assertThat(users.register(user, HASH, Consequences.NONE)).isEqualTo(Registration.REGISTERED);
    return users.find(user.id()).orElseThrow();
  }

  /// Opens a session of the user.
  ///
  /// @return what was asked for: the session with its first token
  public Opening open(User user, Instant now) {
    var opening = opening(user, now);
    assertThat(sessions.open(opening, OpeningConsequences.NONE)).isPresent();
    return opening;
  }

  /// A session to be opened for a user who gave the password of [#HASH].
  public static Opening opening(User user, Instant now) {
    return opening(user, now, HASH, null, MANY);
  }

  /// The same, for a user who gave it there.
  public static Opening opening(User user, Client client) {
    return opening(user, client, SampleUsers.NOW, HASH, null, MANY);
  }

  /// A session to be opened.
  public static Opening opening(
      User user,
      Instant now,
      PasswordHash verified,
      @Nullable PasswordHash renewed,
      int maxPerUser) {
    var client = new Client("192.0.2.7", "Sample/1.0");
    return opening(user, client, now, verified, renewed, maxPerUser);
  }

  private static Opening opening(
      User user,
      Client client,
      Instant now,
      PasswordHash verified,
      @Nullable PasswordHash renewed,
      int maxPerUser) {
    var session =
        new Session(
            new SessionId(UUID.randomUUID()),
            user.id(),
            client,
            now,
            now,
            now.plus(LIFETIME),
            now.plus(IDLE));
    var first = claims(session.id(), user, now, session.expiresAt());
    return new Opening(session, first, digest(first), verified, renewed, maxPerUser);
  }

  /// Spends a token, with [#GRACE].
  public Rotated rotate(RefreshClaims presented, Instant now) {
    return sessions.rotate(rotation(presented, now, GRACE), Consequences.NONE);
  }

  /// Spends an unspent token.
  ///
  /// @return its successor
  public RefreshClaims refresh(RefreshClaims presented, Instant now) {
    var rotation = rotation(presented, now, GRACE);
    assertThat(sessions.rotate(rotation, Consequences.NONE)).isInstanceOf(Rotated.Spent.class);
    return rotation.successor();
  }

  /// A rotation that proposes a new successor.
  public static Rotation rotation(RefreshClaims presented, Instant now, Duration grace) {
    var successor =
        new RefreshClaims(
            UUID.randomUUID(),
            presented.session(),
            presented.user(),
            now,
            presented.expiresAt(),
            presented.keyId());
    return new Rotation(
        presented, digest(presented), successor, digest(successor), now, now.plus(IDLE), grace);
  }

  /// The digest of the token of these claims.
  public static TokenDigest digest(RefreshClaims claims) {
    return TokenDigest.of(new RefreshToken(claims.jti().toString()));
  }

  private static RefreshClaims claims(
      SessionId session, User user, Instant issuedAt, Instant expiresAt) {
    return new RefreshClaims(UUID.randomUUID(), session, user.id(), issuedAt, expiresAt, "key-1");
  }
}
