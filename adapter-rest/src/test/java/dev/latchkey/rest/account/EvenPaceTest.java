package dev.latchkey.rest.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RegistrationMode;
import dev.latchkey.rest.Ports;
import dev.latchkey.rest.RestServer;
import dev.latchkey.testkit.store.InMemoryStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvenPaceTest {

  @ParameterizedTest
  @CsvSource({"0, 100", "1, 100", "99, 100", "100, 200", "130, 200", "1234, 1300"})
  void answersAfterFullPaces(long taken, long answered) {
    assertThat(EvenPace.fullPaces(taken * 1_000_000)).isEqualTo(answered * 1_000_000);
  }

  @Test
  @Tag("C031")
  void keepsPaceForKnownAndNewAddressesWhereRegistrationsArePrivate() {
    try (var server = server(RegistrationMode.PRIVATE)) {
      server.createAdmin("known@x.test", RestServer.PASSWORD);

      assertThat(waitsFor(server, "new@x.test", "anna")).isOne();
      assertThat(waitsFor(server, "known@x.test", "berta")).isOne();
      assertThat(waitsFor(server, "other@x.test", "anna")).isOne();
      assertThat(waitsFor(server, "known@x.test", "anna")).isOne();
    }
  }

  @Test
  void keepsNobodyWaitingWhereTheAnswerTellsAnyway() {
    try (var server = server(RegistrationMode.OPEN)) {
      assertThat(waitsFor(server, "new@x.test", "anna")).isZero();
      assertThat(waitsFor(server, "new@x.test", "berta")).isZero();
    }
  }

  @ParameterizedTest
  @Tag("C088")
  @ValueSource(strings = {"/auth/password/forgot", "/auth/email/verification"})
  void keepsPaceForWhoAsksForALink(String path) {
    try (var server = server(RegistrationMode.OPEN)) {
      var client = server.client();
      client.register("known@x.test", RestServer.PASSWORD);

      for (var name : new String[] {"known", "nobody"}) {
        var before = pace(server).waits();
        assertThat(client.post(path, "{\"email\":\"%s@x.test\"}".formatted(name)).status())
            .isEqualTo(202);
        assertThat(pace(server).waits() - before).isOne();
      }
    }
  }

  private static int waitsFor(RestServer server, String email, String username) {
    var before = pace(server).waits();
    server
        .client()
        .post(
            "/auth/register",
            "{\"email\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
                .formatted(email, username, RestServer.PASSWORD));
    return pace(server).waits() - before;
  }

  private static CountedPace pace(RestServer server) {
    return server.context().getBean(CountedPace.class);
  }

  private static RestServer server(RegistrationMode mode) {
    return RestServer.on(Ports.of(new InMemoryStores()), new AccountPolicy(mode, false));
  }
}
