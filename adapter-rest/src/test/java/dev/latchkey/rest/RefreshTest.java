package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Refresh tokens over HTTP; the races are the store's own tests.
class RefreshTest {
  private final RestServer server = RestServer.start();
  private final RestClient client = server.client();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("C071")
  void rotatesAgainAndAgain() {
    var token = opened();
    var seen = new HashSet<>(List.of(token));

    for (int i = 0; i < 100; i++) {
      var answer = client.refresh(token);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Latchkey-Refresh")).isEqualTo("rotated");
      token = answer.text("refresh_token");
      assertThat(seen.add(token)).isTrue();
    }

    assertThat(
            client
                .with(client.refresh(token).text("access_token"))
                .get("/auth/sessions")
                .json()
                .path("items"))
        .hasSize(1);
  }

  @Test
  @Tag("C072")
  @Tag("C078")
  void givesTheSameSuccessorToWhoLostTheAnswer() {
    var token = opened();
    var first = client.refresh(token);

    for (int i = 0; i < 25; i++) {
      var again = client.refresh(token);

      assertThat(again.status()).isEqualTo(200);
      assertThat(again.header("Latchkey-Refresh")).isEqualTo("concurrent");
      assertThat(again.text("refresh_token")).isEqualTo(first.text("refresh_token"));
    }
  }

  @Test
  @Tag("C073")
  void endsTheSessionWhenAnOldTokenComesBack() {
    var token = opened();
    var other = client.logIn("r@example.test", RestServer.PASSWORD);
    var next = client.refresh(token);
    server.clock.advance(Duration.ofSeconds(31));

    var reused = client.refresh(token);

    assertThat(reused.status()).isEqualTo(401);
    assertThat(reused.code()).isEqualTo("refresh_token_reused");
    assertThat(client.refresh(next.text("refresh_token")).code()).isEqualTo("session_revoked");
    assertThat(client.with(next.text("access_token")).get("/auth/me").status()).isEqualTo(401);
    assertThat(client.refresh(other.text("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  @Tag("C074")
  void endsTheSessionWhenAGrandparentComesBackAtOnce() {
    var token = opened();
    client.refresh(client.refresh(token).text("refresh_token"));

    assertThat(client.refresh(token).code()).isEqualTo("refresh_token_reused");
  }

  @Test
  @Tag("C075")
  void endsAnIdleSessionWithoutCallingItTheft() {
    var token = opened();
    server.clock.advance(Duration.ofDays(14).minusSeconds(60));
    token = client.refresh(token).text("refresh_token");
    server.clock.advance(Duration.ofDays(14).plusSeconds(1));

    assertThat(client.refresh(token).code()).isEqualTo("session_expired");
  }

  @Test
  @Tag("C076")
  void neverProlongsASession() {
    var token = opened();
    var started = server.clock.instant();
    RestClient.Answer answer;
    do {
      server.clock.advance(Duration.ofHours(12));
      answer = client.refresh(token);
      token = answer.text("refresh_token");
      if (answer.status() == 200) {
        var left = Duration.ofSeconds(answer.json().path("refresh_expires_in").asLong());
        assertThat(server.clock.instant().plus(left)).isBeforeOrEqualTo(end(started));
        assertThat(answer.json().path("expires_in").asLong()).isLessThanOrEqualTo(left.toSeconds());
      }
    } while (answer.status() == 200);

    assertThat(answer.code()).isEqualTo("session_expired");
    assertThat(server.clock.instant()).isEqualTo(end(started));
  }

  private static Instant end(Instant started) {
    return started.plus(Duration.ofDays(30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        " ",
        "a.b.c",
        "\\u0000",
        "eyJhbGciOiJub25lIn0.e30.",
        "refresh..",
        "{access}"
      })
  @Tag("C077")
  void endsNoSessionForAGuess(String guess) {
    var token = opened();
    var access = client.refresh(token).text("access_token");

    var answer = client.refresh(guess.replace("{access}", access));
    var logOut = client.logOut(guess.replace("{access}", access), "all");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("refresh_token_invalid");
    assertThat(logOut.code()).isEqualTo("refresh_token_invalid");
    assertThat(client.with(access).get("/auth/me").status()).isEqualTo(200);
  }

  @Test
  void rotatesAtTheTokenEndpointToo() {
    var token = opened();

    var answer = client.postForm("/auth/token", "grant_type=refresh_token&refresh_token=" + token);
    server.clock.advance(Duration.ofMinutes(1));
    var reused = client.postForm("/auth/token", "grant_type=refresh_token&refresh_token=" + token);

    assertThat(answer.header("Latchkey-Refresh")).isEqualTo("rotated");
    assertThat(reused.text("error")).isEqualTo("invalid_grant");
    assertThat(reused.text("error_description")).contains("ended");
  }

  private String opened() {
    client.register("r@example.test", RestServer.PASSWORD);
    return client.logIn("r@example.test", RestServer.PASSWORD).text("refresh_token");
  }
}
