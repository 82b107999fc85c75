package dev.latchkey.testkit.client;

import static dev.latchkey.testkit.client.ClientsUnderTest.noted;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.ClientStore.Addition;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.sample.SampleClients;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a client shows, and how one secret takes over from another.
public interface ClientSecretContract extends ClientsUnderTest {

  @Test
  default void knowsAClientByEachOfItsSecrets() {
    var old = SampleClients.secret();
    var renewed = SampleClients.secret(NOW.plusSeconds(1));
    var client = kept(old);

    assertThat(clients().addSecret(client.id(), renewed, Consequences.NONE))
        .isEqualTo(Addition.ADDED);

    assertThat(clients().authenticate(client.id(), old.digest(), NOW)).contains(client);
    assertThat(clients().authenticate(client.id(), renewed.digest(), NOW)).contains(client);
    assertThat(clients().secrets(client.id()).stream().map(StoredSecret::id))
        .containsExactly(old.id(), renewed.id());
  }

  @Test
  default void knowsNobodyByTheSecretOfAnother() {
    var secret = SampleClients.secret();
    var client = kept(secret);
    var other = kept(SampleClients.secret());

    assertThat(clients().authenticate(other.id(), secret.digest(), NOW)).isEmpty();
    assertThat(clients().authenticate(client.id(), SampleClients.secret().digest(), NOW)).isEmpty();
    assertThat(clients().authenticate(new ClientId("nobody"), secret.digest(), NOW)).isEmpty();
  }

  @Test
  default void knowsNoClientThatIsNotActive() {
    var secret = SampleClients.secret();
    var client = kept(secret);

    clients().edit(client.id(), new ClientEdit(null, null, false), Consequences.NONE);
    assertThat(clients().authenticate(client.id(), secret.digest(), NOW)).isEmpty();
    assertThat(clients().secrets(client.id())).containsExactly(secret);
    clients().edit(client.id(), new ClientEdit(null, null, true), Consequences.NONE);
    assertThat(clients().authenticate(client.id(), secret.digest(), NOW)).contains(client);
  }

  @Test
  default void forgetsASecretThatIsRemoved() {
    var old = SampleClients.secret();
    var renewed = SampleClients.secret();
    var client = kept(old);
    var noted = new UserId(UUID.randomUUID());
    clients().addSecret(client.id(), renewed, noted(noted));

    assertThat(clients().removeSecret(client.id(), old.id(), noted(noted))).isTrue();

    assertThat(clients().authenticate(client.id(), old.digest(), NOW)).isEmpty();
    assertThat(clients().authenticate(client.id(), renewed.digest(), NOW)).contains(client);
    assertThat(clients().removeSecret(client.id(), old.id(), noted(noted))).isFalse();
    assertThat(events(noted)).hasSize(2);
  }

  @Test
  default void removesNoSecretOfAnotherClient() {
    var secret = SampleClients.secret();
    var client = kept(secret);
    var other = kept(SampleClients.secret());

    assertThat(clients().removeSecret(other.id(), secret.id(), Consequences.NONE)).isFalse();

    assertThat(clients().authenticate(client.id(), secret.digest(), NOW)).contains(client);
  }

  @Test
  default void takesNoThirdSecretUntilOneIsRemoved() {
    var first = SampleClients.secret();
    var client = kept(first);
    var noted = new UserId(UUID.randomUUID());
    clients().addSecret(client.id(), SampleClients.secret(), Consequences.NONE);

    assertThat(clients().addSecret(client.id(), SampleClients.secret(), noted(noted)))
        .isEqualTo(Addition.TOO_MANY);
    assertThat(events(noted)).isEmpty();
    clients().removeSecret(client.id(), first.id(), Consequences.NONE);
    assertThat(clients().addSecret(client.id(), SampleClients.secret(), noted(noted)))
        .isEqualTo(Addition.ADDED);

    assertThat(clients().secrets(client.id())).hasSize(2);
    assertThat(clients().addSecret(new ClientId("nobody"), SampleClients.secret(), noted(noted)))
        .isEqualTo(Addition.UNKNOWN);
    assertThat(events(noted)).hasSize(1);
  }

  @Test
  default void notesAUseAtMostOnceAnHour() {
    var secret = SampleClients.secret();
    var client = kept(secret);

    for (var minutes : new int[] {0, 1, 59, 60}) {
      clients().authenticate(client.id(), secret.digest(), NOW.plusSeconds(minutes * 60L));
      assertThat(lastUse(client.id())).isEqualTo(NOW);
    }
    clients().authenticate(client.id(), secret.digest(), NOW.plusSeconds(3_601));

    assertThat(lastUse(client.id())).isEqualTo(NOW.plusSeconds(3_601));
  }

  private Object lastUse(ClientId client) {
    return Objects.requireNonNull(clients().secrets(client).get(0).lastUsedAt());
  }
}
