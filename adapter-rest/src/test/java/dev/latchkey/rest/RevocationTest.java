package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens that clients have made good for nothing (RFC 7009).
@Tag("C127")
class RevocationTest {
  private static final RestServer SERVER = RestServer.start();
  private static final RestClient ADMIN = SERVER.admin("boss@example.test");
  private static final ServiceClient GATEWAY = ServiceClient.register(SERVER, ADMIN, "gateway");
  private static final ServiceClient REPORTS = ServiceClient.register(SERVER, ADMIN, "reports");

  private final RestClient http = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token"})
  void endsTheSessionOfAUsersToken(String kind) {
    var email = kind.replace("_", "-") + "@example.test";
    http.register(email, RestServer.PASSWORD);
    var pair = http.logIn(email, RestServer.PASSWORD);
    var other = http.logIn(email, RestServer.PASSWORD);

    var answer = GATEWAY.post("/auth/revoke", "token_type_hint=x&token=" + pair.text(kind));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.raw().body()).isEmpty();
    assertThat(http.with(pair.text("access_token")).get("/auth/me").code())
        .isEqualTo("invalid_token");
    assertThat(http.refresh(pair.text("refresh_token")).code()).isEqualTo("session_revoked");
    assertThat(http.with(other.text("access_token")).get("/auth/me").status()).isEqualTo(200);
    assertThat(GATEWAY.revoke(pair.text(kind)).status()).isEqualTo(200);
  }

  @Test
  void revokesAClientsTokenForThatClientAlone() {
    var token = REPORTS.token();

    assertThat(GATEWAY.revoke(token).status()).isEqualTo(200);
    assertThat(GATEWAY.introspect(token).json().path("active").asBoolean()).isTrue();
    assertThat(REPORTS.revoke(token).status()).isEqualTo(200);

    assertThat(GATEWAY.introspect(token).raw().body()).isEqualTo("{\"active\":false}");
    assertThat(GATEWAY.introspect(REPORTS.token()).json().path("active").asBoolean()).isTrue();
  }

  @Test
  void doesNothingForWhatIsUnknown() {
    for (var token : List.of("nonsense", "a.b.c", "A".repeat(60_000))) {
      var answer = GATEWAY.revoke(token);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.raw().body()).isEmpty();
    }
  }
}
