package dev.latchkey.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.client.ClientEdit;
import dev.latchkey.domain.client.Scopes;
import dev.latchkey.domain.client.StoredSecret;
import dev.latchkey.domain.port.ClientStore.Addition;
import dev.latchkey.domain.port.ClientStore.Creation;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.user.DisplayName;
import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleClients;
import org.junit.jupiter.api.Test;

/// What holds of clients whoever comes first.
public interface ClientRaceContract extends ClientsUnderTest {

  @Test
  default void neverGivesAClientMoreThanTwoSecrets() {
    for (var round = 0; round < rounds(); round++) {
      var client = kept(SampleClients.secret());

      var outcomes =
          Race.of(
              8, () -> clients().addSecret(client.id(), SampleClients.secret(), Consequences.NONE));

      assertThat(outcomes).containsOnlyOnce(Addition.ADDED).doesNotContain(Addition.UNKNOWN);
      assertThat(clients().secrets(client.id())).hasSize(StoredSecret.MOST);
    }
  }

  @Test
  default void givesAnIdToOneOfManyWhoAskForIt() {
    for (var round = 0; round < rounds(); round++) {
      var client = SampleClients.client();

      var outcomes =
          Race.of(8, () -> clients().create(client, SampleClients.secret(), Consequences.NONE));

      assertThat(outcomes).containsOnlyOnce(Creation.CREATED);
      assertThat(clients().secrets(client.id())).hasSize(1);
    }
  }

  @Test
  default void losesNoEditOfAnotherField() {
    for (var round = 0; round < rounds(); round++) {
      var client = kept(SampleClients.secret());
      var name = new ClientEdit(new DisplayName("Bills"), null, null);
      var scopes = new ClientEdit(null, Scopes.NONE, null);
      var active = new ClientEdit(null, null, false);

      Race.between(
          () -> clients().edit(client.id(), name, Consequences.NONE),
          () -> clients().edit(client.id(), scopes, Consequences.NONE),
          () -> clients().edit(client.id(), active, Consequences.NONE));

      assertThat(clients().find(client.id())).contains(active.of(scopes.of(name.of(client))));
    }
  }
}
