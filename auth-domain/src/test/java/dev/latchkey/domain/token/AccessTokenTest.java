package dev.latchkey.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C143")
final class AccessTokenTest {

  @Test
  void hidesItself() {
    assertThat(new AccessToken("canary")).hasToString("AccessToken[***]");
    assertThat(new AccessToken("canary").reveal()).isEqualTo("canary");
  }

  @Test
  void doesNotShowTheAddressAmongItsClaims() {
    var claims =
        new AccessClaims(
            new UUID(5, 6),
            new UserId(new UUID(1, 2)),
            new SessionId(new UUID(3, 4)),
            RoleName.USER,
            EmailAddress.parse("canary@x.test").orElseThrow(),
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(900));

    assertThat(claims.toString()).doesNotContain("canary").contains("c***@x.test");
  }
}
