package dev.latchkey.testkit.client;

import static dev.latchkey.testkit.client.ClientsUnderTest.noted;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.sample.SampleClients;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which tokens of clients are good.
public interface RevokedTokenContract extends ClientsUnderTest {

  @Test
  default void findsTheBearerOfATokenUntilItIsRevoked() {
    var client = kept(SampleClients.secret());
    var jti = UUID.randomUUID();
    var other = UUID.randomUUID();
    var noted = new UserId(UUID.randomUUID());

    assertThat(clients().findBearer(client.id(), jti)).contains(client);
    clients().revoke(client.id(), jti, NOW.plusSeconds(900), noted(noted));
    clients().revoke(client.id(), jti, NOW.plusSeconds(900), noted(noted));

    assertThat(clients().findBearer(client.id(), jti)).isEmpty();
    assertThat(clients().findBearer(client.id(), other)).contains(client);
    assertThat(events(noted)).hasSize(1);
  }

  @Test
  default void findsNoBearerThatIsNotActive() {
    var client = kept(SampleClients.secret());

    clients().edit(client.id(), new ClientEdit(null, null, false), Consequences.NONE);

    assertThat(clients().findBearer(client.id(), UUID.randomUUID())).isEmpty();
  }

  @Test
  default void revokesNothingOfAnotherClient() {
    var client = kept(SampleClients.secret());
    var other = kept(SampleClients.secret());
    var jti = UUID.randomUUID();

    clients().revoke(other.id(), jti, NOW.plusSeconds(900), Consequences.NONE);

    assertThat(clients().findBearer(client.id(), jti)).contains(client);
  }
}
