package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RefreshClaimsTest {

  @Test
  void keepsWholeSeconds() {
    var claims =
        new RefreshClaims(
            new UUID(5, 6),
            new SessionId(new UUID(3, 4)),
            new UserId(new UUID(1, 2)),
            Instant.parse("2026-06-15T12:00:00.999999999Z"),
            Instant.parse("2026-07-15T12:00:00.000001Z"),
            "key");

    assertThat(claims.issuedAt()).isEqualTo(Instant.parse("2026-06-15T12:00:00Z"));
    assertThat(claims.expiresAt()).isEqualTo(Instant.parse("2026-07-15T12:00:00Z"));
  }

  @Tag("C143")
  @Test
  void hidesTheTokenWrittenOfThem() {
    assertThat(new RefreshToken("canary")).hasToString("RefreshToken[***]");
    assertThat(new RefreshToken("canary").reveal()).isEqualTo("canary");
  }
}
