package dev.latchkey.testkit.client;

import static dev.latchkey.testkit.client.ClientsUnderTest.noted;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.RegisteredClient;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.ClientStore.Creation;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.sample.SampleClients;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How clients come, change and go.
public interface ClientLifeContract extends ClientsUnderTest {

  @Test
  default void keepsAClientWithItsFirstSecret() {
    var client = SampleClients.client();
    var secret = SampleClients.secret();
    var noted = new UserId(UUID.randomUUID());

    assertThat(clients().create(client, secret, noted(noted))).isEqualTo(Creation.CREATED);

    assertThat(clients().find(client.id())).contains(client);
    assertThat(clients().secrets(client.id())).containsExactly(secret);
    assertThat(clients().list()).contains(client).isSortedAccordingTo((a, b) -> order(a, b));
    assertThat(events(noted)).hasSize(1);
  }

  private static int order(RegisteredClient one, RegisteredClient other) {
    return one.id().compareTo(other.id());
  }

  @Test
  default void keepsAClientWithoutScopes() {
    var client = new ClientEdit(null, Scopes.NONE, false).of(SampleClients.client());

    clients().create(client, SampleClients.secret(), Consequences.NONE);

    assertThat(clients().find(client.id())).contains(client);
  }

  @Test
  default void leavesAClientAsItIsWhoseIdIsAskedForAgain() {
    var secret = SampleClients.secret();
    var client = kept(secret);
    var noted = new UserId(UUID.randomUUID());
    var other = new RegisteredClient(client.id(), new DisplayName("Other"), Scopes.NONE, true, NOW);

    assertThat(clients().create(other, SampleClients.secret(), noted(noted)))
        .isEqualTo(Creation.ID_TAKEN);

    assertThat(clients().find(client.id())).contains(client);
    assertThat(clients().secrets(client.id())).containsExactly(secret);
    assertThat(events(noted)).isEmpty();
  }

  @Test
  default void changesWhatAnEditNames() {
    var client = kept(SampleClients.secret());
    var noted = new UserId(UUID.randomUUID());
    var edit = new ClientEdit(new DisplayName("Bills"), null, false);

    assertThat(clients().edit(client.id(), edit, noted(noted))).contains(edit.of(client));

    assertThat(clients().find(client.id())).contains(edit.of(client));
    assertThat(events(noted)).hasSize(1);
  }

  @Test
  default void writesNothingForAnEditThatChangesNothing() {
    var client = kept(SampleClients.secret());
    var noted = new UserId(UUID.randomUUID());
    var edit = new ClientEdit(client.name(), client.scopes(), true);

    assertThat(clients().edit(client.id(), edit, noted(noted))).contains(client);

    assertThat(events(noted)).isEmpty();
  }

  @Test
  default void removesAClientWithItsSecretsAndMakesRoomForAnother() {
    var secret = SampleClients.secret();
    var client = kept(secret);
    var noted = new UserId(UUID.randomUUID());

    assertThat(clients().delete(client.id(), noted(noted))).isTrue();

    assertThat(clients().find(client.id())).isEmpty();
    assertThat(clients().list()).doesNotContain(client);
    assertThat(clients().secrets(client.id())).isEmpty();
    assertThat(clients().authenticate(client.id(), secret.digest(), NOW)).isEmpty();
    assertThat(clients().findBearer(client.id(), UUID.randomUUID())).isEmpty();
    assertThat(clients().delete(client.id(), noted(noted))).isFalse();
    assertThat(events(noted)).hasSize(1);
    assertThat(clients().create(client, SampleClients.secret(), Consequences.NONE))
        .isEqualTo(Creation.CREATED);
  }

  @Test
  default void doesNothingToAClientThatIsNotThere() {
    var noted = new UserId(UUID.randomUUID());
    var nobody = new ClientId("nobody-of-this-name");
    StoredSecret secret = SampleClients.secret();

    assertThat(clients().find(nobody)).isEmpty();
    assertThat(clients().edit(nobody, new ClientEdit(null, null, false), noted(noted))).isEmpty();
    assertThat(clients().removeSecret(nobody, secret.id(), noted(noted))).isFalse();
    clients().revoke(nobody, UUID.randomUUID(), NOW, noted(noted));
    assertThat(events(noted)).isEmpty();
  }
}
