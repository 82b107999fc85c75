package dev.latchkey.domain.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ClientSecretTest {
  private final ClientSecret secret = ClientSecret.make(new SecureRandom());

  @Test
  void readsWhatItMade() {
    assertThat(ClientSecret.parse(secret.reveal())).contains(secret);
    assertThat(secret.reveal()).startsWith("lks_");
    assertThat(ClientSecret.make(new SecureRandom()).digest()).isNotEqualTo(secret.digest());
  }

  @Test
  void refusesWhatCannotBeOne() {
    assertThat(ClientSecret.parse("")).isEmpty();
    assertThat(ClientSecret.parse("changeme")).isEmpty();
    assertThat(ClientSecret.parse(secret.reveal() + " ")).isEmpty();
    assertThatThrownBy(() -> new ClientSecret("changeme"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("C143")
  void hidesItself() {
    assertThat(secret).hasToString("ClientSecret[***]");
  }
}
