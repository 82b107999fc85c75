package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a request says who makes it.
class BearerTokenTest {
  private static final RestServer SERVER = RestServer.start();
  private static final String TOKEN = token();
  private final RestClient client = SERVER.client();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String token() {
    var client = SERVER.client();
    client.register("bearer@example.test", RestServer.PASSWORD);
    return client.logIn("bearer@example.test", RestServer.PASSWORD).text("access_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER "})
  @Tag("C085")
  void readsTheSchemeInAnyCase(String scheme) {
    assertThat(authorized(scheme + TOKEN).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Bearer|400",
        "Bearer  {t}|400",
        "Bearer\t{t}|400",
        "Bearer {t} x|400",
        "Bearer {t}, x|400",
        "Bearer \"{t}\"|400",
        "bearer|400",
        "Bearer garbage|401",
        "Bearer {t}x|401",
        "Bearer {r}|401",
        "Basic {t}|401",
        "{t}|401",
        "Digest x|401",
        "Bearer: {t}|401"
      })
  @Tag("C085")
  @Tag("C030")
  @Tag("C068")
  void takesNothingElseForAToken(String header, int status) {
    var refresh = client.logIn("bearer@example.test", RestServer.PASSWORD).text("refresh_token");

    var answer = authorized(header.replace("{t}", TOKEN).replace("{r}", refresh));

    assertThat(answer.status()).isEqualTo(status);
    var bearer = header.startsWith("Bearer ");
    assertThat(answer.code())
        .isEqualTo(
            status == 400
                ? "malformed_request"
                : bearer ? "invalid_token" : "authentication_required");
    if (status == 401) {
      assertThat(answer.header("WWW-Authenticate"))
          .isEqualTo(bearer ? "Bearer error=\"invalid_token\"" : "Bearer");
    }
  }

  @Test
  @Tag("C085")
  void refusesTwoHeaders() {
    for (var second : new String[] {TOKEN, "garbage"}) {
      try (var raw = SERVER.raw()) {
        var reply =
            raw.send(
                    "GET /auth/me HTTP/1.1\nHost: x\nAuthorization: Bearer "
                        + TOKEN
                        + "\nAuthorization: Bearer "
                        + second
                        + "\n\n")
                .answered();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("malformed_request");
      }
    }
  }

  @Test
  @Tag("C085")
  @Tag("C027")
  void looksForATokenNowhereElse() {
    var query = client.get("/auth/me?access_token=" + TOKEN + "&token=" + TOKEN);
    var cookie =
        client.send(
            "GET", "/auth/me", null, null, "Cookie", "JWT=" + TOKEN + "; access_token=" + TOKEN);
    var other = client.send("GET", "/auth/me", null, null, "X-Auth-Token", TOKEN);

    for (var answer : new RestClient.Answer[] {query, cookie, other}) {
      assertThat(answer.code()).isEqualTo("authentication_required");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void mindsNoTokenWhereNoneIsNeeded() {
    for (var header : new String[] {"Bearer garbage", "Bearer", "Basic x"}) {
      var answer = client.send("GET", "/health/liveness", null, null, "Authorization", header);

      assertThat(answer.status()).isEqualTo(200);
    }
  }

  private RestClient.Answer authorized(String header) {
    return client.send("GET", "/auth/me", null, null, "Authorization", header);
  }
}
