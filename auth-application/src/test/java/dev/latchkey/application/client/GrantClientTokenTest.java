package dev.latchkey.application.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.client.GrantClientToken.Granted;
import dev.latchkey.application.client.GrantClientToken.InvalidScope;
import dev.latchkey.domain.client.RegisteredClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantClientTokenTest {
  private final House house = new House();
  private final RegisteredClient reports = house.client("reports", "read write").client();

  @ParameterizedTest
  @CsvSource({"'',read write", "read,read", "write read,read write", "read read,read"})
  void grantsWhatIsAskedForOrAll(String asked, String granted) {
    var token = (Granted) house.grantClientToken().grant(reports, asked);

    assertThat(token.scopes()).hasToString(granted);
    assertThat(token.expiresIn()).isEqualTo(Duration.ofMinutes(15));
    var verified = house.accessTokens.verifyClient(token.token().reveal()).orElseThrow();
    assertThat(verified.client()).isEqualTo(reports.id());
    assertThat(verified.scopes()).isEqualTo(token.scopes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "read admin", "Read", " ", "read  write", "re\"ad"})
  void grantsNoScopeThatTheClientMayNotAskFor(String asked) {
    assertThat(house.grantClientToken().grant(reports, asked)).isEqualTo(new InvalidScope());
  }

  @Test
  void grantsAClientWithoutScopesATokenWithoutScopes() {
    var bare = house.client("bare", "").client();

    var token = (Granted) house.grantClientToken().grant(bare, "");

    assertThat(token.scopes().isEmpty()).isTrue();
    assertThat(house.grantClientToken().grant(bare, "read")).isEqualTo(new InvalidScope());
  }

  @Test
  void letsNobodyInHereByAClientsToken() {
    var token = (Granted) house.grantClientToken().grant(reports, "");

    assertThat(house.checkAccess().check(token.token().reveal(), House.REQUEST)).isEmpty();
  }
}
