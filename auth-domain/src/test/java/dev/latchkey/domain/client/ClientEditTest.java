package dev.latchkey.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.user.DisplayName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ClientEditTest {
  private static final DisplayName NAME = new DisplayName("Reports");
  private static final Scopes SCOPES = Scopes.parse("read").orElseThrow();
  private static final RegisteredClient CLIENT =
      new RegisteredClient(new ClientId("reports"), NAME, SCOPES, true, Instant.EPOCH);

  @Test
  void changesWhatItNamesAndNothingElse() {
    var name = new DisplayName("Bills");

    assertThat(new ClientEdit(null, null, null).of(CLIENT)).isEqualTo(CLIENT);
    assertThat(new ClientEdit(name, null, null).of(CLIENT))
        .isEqualTo(new RegisteredClient(CLIENT.id(), name, SCOPES, true, Instant.EPOCH));
    assertThat(new ClientEdit(null, Scopes.NONE, false).of(CLIENT))
        .isEqualTo(new RegisteredClient(CLIENT.id(), NAME, Scopes.NONE, false, Instant.EPOCH));
  }
}
