package dev.latchkey.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.verifier.jose.JwkSet;
import dev.latchkey.verifier.jose.JwsAlgorithm;
import dev.latchkey.verifier.jose.Keys;
import dev.latchkey.verifier.jose.PublicJwk;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyServerTest {
  private static final PublicJwk JWK = PublicJwk.of(Keys.P256.getPublic());
  private static final String SET = JwkSet.write(List.of(JWK));

  private final Issuer issuer = new Issuer();
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
    issuer.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "max-age=60;60",
        "public, max-age=300;300",
        "MAX-AGE=120;120",
        "max-age=\"90\";90",
        "max-age=0;30",
        "max-age=29;30",
        "max-age=3601;3600",
        "max-age=999999999;3600",
        "max-age=9999999999;300",
        "s-maxage=60;300",
        "max-age=x;300",
        "max-age=-1;300",
        "'';300",
        "no-store;30",
        "no-cache, max-age=600;30",
        "public,max-age=60,must-revalidate;60"
      })
  void isFreshForAsLongAsTheIssuerSaysWithinBounds(String cacheControl, long seconds)
      throws Exception {
    issuer.publish(SET, cacheControl);

    var keys = patient().get().get();

    assertThat(keys.freshFor()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(keys.keys()).containsOnlyKeys(JWK.id());
  }

  @Test
  void isFreshForFiveMinutesWhereTheIssuerSaysNothing() throws Exception {
    issuer.answerForKeys(exchange -> Issuer.send(exchange, 200, SET));

    assertThat(patient().get().get().freshFor()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void sendsNothingButAPlainQuestion() throws Exception {
    var accepted = new LinkedBlockingQueue<String>();
    issuer.answerForKeys(exchange -> {
      accepted.add(exchange.getRequestHeaders().getFirst("Accept"));
      Issuer.send(exchange, 200, SET);
    });

    patient().get().get();

    assertThat(accepted).containsExactly("application/json");
    assertThat(issuer.asked).containsExactly("GET /.well-known/jwks.json");
    assertThat(issuer.authorizations).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 304, 401, 404, 500, 503})
  void takesNoKeysFromAnotherStatusThan200(int status) {
    issuer.answerForKeys(exchange -> {
      var hasBody = status != 204 && status != 304;
      Issuer.send(exchange, status, hasBody ? SET : "");
    });

    assertNoKeys(patient());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) {
    issuer.answerForKeys(exchange -> {
      exchange.getResponseHeaders().set("Location", issuer.url() + "/elsewhere");
      Issuer.send(exchange, status, "");
    });

    assertNoKeys(patient());
    assertThat(issuer.asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<html>", "{\"keys\":[{\"kty\":\"EC\",\"d\":\"AAAA\"}]}"})
  void takesNothingThatIsNoSetOfKeys(String body) {
    issuer.publish(body, "max-age=60");

    assertNoKeys(patient());
  }

  @Test
  void givesUpOnAnAnswerThatIsTooLong() {
    issuer.answerForKeys(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      var line = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseBody().write(SET.getBytes(StandardCharsets.US_ASCII));
      while (true) {
        exchange.getResponseBody().write(line);
      }
    });

    assertNoKeys(patient());
  }

  @Test
  void givesUpOnAServerThatDoesNotAnswer() {
    issuer.answerForKeys(exchange -> await());

    assertNoKeys(server(Duration.ofMillis(200)));
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotArrive() {
    issuer.answerForKeys(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(SET.getBytes(StandardCharsets.US_ASCII));
      exchange.getResponseBody().flush();
      await();
    });

    assertNoKeys(server(Duration.ofMillis(200)));
  }

  @Test
  void givesUpWhereNobodyListens() {
    var url = issuer.url();
    issuer.close();

    assertNoKeys(server(url, Duration.ofSeconds(30)));
  }

  private KeyServer patient() {
    // Long enough for a machine that is busy; what is to fail here fails at once.
    return server(Duration.ofSeconds(30));
  }

  private KeyServer server(Duration patience) {
    return server(issuer.url(), patience);
  }

  private static KeyServer server(String url, Duration patience) {
    var uri = URI.create(url + "/.well-known/jwks.json");
    return new KeyServer(new Http(patience), uri, EnumSet.allOf(JwsAlgorithm.class));
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertNoKeys(KeyServer server) {
    assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> server.get().get());
  }
}
