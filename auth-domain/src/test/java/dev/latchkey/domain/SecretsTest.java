package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.client.ClientSecretId;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.password.PasswordHash;
import dev.latchkey.domain.port.UserStore.Update;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.LiveSession;
import dev.latchkey.domain.session.Opening;
import dev.latchkey.domain.session.RefreshClaims;
import dev.latchkey.domain.session.RefreshToken;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.session.Rotation;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenDigest;
import dev.latchkey.domain.token.VerifiedAccess;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.Profile;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever holds a secret or an address may end in a log by accident.
@Tag("C143")
final class SecretsTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final PasswordHash HASH = new PasswordHash("$argon2id$canary");
  private static final TokenDigest DIGEST = TokenDigest.of(new RefreshToken("canary"));

  @ParameterizedTest
  @MethodSource("holders")
  void showNeitherHashNorDigestNorAddress(Object holder) {
    assertThat(holder.toString())
        .contains(holder.getClass().getSimpleName())
        .doesNotContain("canary")
        .doesNotContain(HexFormat.of().formatHex(DIGEST.bytes()));
  }

  static List<Object> holders() {
    var email = EmailAddress.parse("canary@x.test").orElseThrow();
    var userId = new UserId(new UUID(1, 2));
    var sessionId = new SessionId(new UUID(3, 4));
    var user = User.register(userId, email, Profile.EMPTY, RoleName.USER, NOW);
    var session =
        new Session(
            sessionId, userId, Client.UNKNOWN, NOW, NOW, NOW.plusSeconds(9), NOW.plusSeconds(9));
    var claims = new RefreshClaims(new UUID(5, 6), sessionId, userId, NOW, NOW, "key");
    var live = new LiveSession(session, user);
    return List.of(
        new Credentials(user, HASH),
        new Opening(session, claims, DIGEST, HASH, HASH, 50),
        new Rotation(claims, DIGEST, claims, DIGEST, NOW, NOW, Duration.ZERO),
        live,
        new Rotated.Spent(live),
        new Rotated.Concurrent(live, claims),
        new Update.Saved(user),
        new StoredSecret(new ClientSecretId(new UUID(9, 9)), DIGEST, NOW, null),
        new VerifiedAccess(new UUID(7, 8), userId, sessionId, NOW, NOW));
  }
}
