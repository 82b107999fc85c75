package dev.latchkey.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import dev.latchkey.domain.port.BreachedPasswords.Finding;
import dev.latchkey.testkit.password.BreachedPasswordsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a server on this machine, which speaks the protocol or fails to.
class HttpBreachedPasswordsTest implements BreachedPasswordsContract {
  // SHA-1 of "password" is 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8.
  private static final RawPassword PASSWORD = new RawPassword("password");
  private static final String REST = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";
  private static final String LISTED_REST = "C838D21BB2D4F89DE712B931A159A0A3D1F";
  private static final String OTHER = "0018A45C4D1DEF81644B54AB7F969B88D65";

  private final HttpServer server = listen();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public BreachedPasswords withListed() {
    return answering(200, OTHER + ":3\r\n" + LISTED_REST + ":1\r\n");
  }

  @Override
  public BreachedPasswords unreachable() {
    try (var abandoned = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var url = URI.create("http://127.0.0.1:" + abandoned.getLocalPort() + "/range");
      return new HttpBreachedPasswords(url, Duration.ofSeconds(30), 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sendsTheFirstFiveDigitsOfTheDigestAndAsksForPadding() {
    answering(200, OTHER + ":3").find(PASSWORD);

    assertThat(asked).containsExactly("GET /range/5BAA6 padding=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {REST + ":42", OTHER + ":1\r\n" + REST + ":9", OTHER + ":1\n" + REST + ":9\n"})
  void findsADigestAmongTheAnswers(String answer) {
    assertThat(answering(200, answer).find(PASSWORD)).isEqualTo(Finding.FOUND);
  }

  @Test
  void readsDigestsInLowerCaseToo() {
    var answer = REST.toLowerCase(Locale.ROOT) + ":1";

    assertThat(answering(200, answer).find(PASSWORD)).isEqualTo(Finding.FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", OTHER + ":7", REST + ":0", OTHER + ":7\r\n" + REST + ":0\r\n"})
  void takesPaddingAndOtherDigestsForNoFinding(String answer) {
    assertThat(answering(200, answer).find(PASSWORD)).isEqualTo(Finding.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Log in to the network</html>",
        "{\"found\": true}",
        REST,
        REST + ":",
        REST + ":many",
        REST + ":1\r\n\r\n" + OTHER + ":1",
        "5BAA6" + REST + ":1",
        "\u0000\u0001\u0002"
      })
  void takesGarbageForNoAnswer(String garbage) {
    assertThat(answering(200, garbage).find(PASSWORD)).isEqualTo(Finding.NO_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 400, 401, 404, 429, 500, 503})
  void takesAnyOtherStatusForNoAnswer(int status) {
    assertThat(answering(status, REST + ":42").find(PASSWORD)).isEqualTo(Finding.NO_ANSWER);
  }

  @Test
  void givesUpOnAnAnswerWithoutEnd() {
    var line = (OTHER + ":1\r\n").getBytes(StandardCharsets.US_ASCII);
    serve(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      while (true) {
        exchange.getResponseBody().write(line);
      }
    });

    assertThat(lookUp().find(PASSWORD)).isEqualTo(Finding.NO_ANSWER);
  }

  @Test
  void givesUpOnAServerThatDoesNotAnswer() {
    serve(exchange -> await());

    assertThat(impatient().find(PASSWORD)).isEqualTo(Finding.NO_ANSWER);
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotArrive() {
    serve(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write((REST + ":42\r\n").getBytes(StandardCharsets.US_ASCII));
      exchange.getResponseBody().flush();
      await();
    });

    assertThat(impatient().find(PASSWORD)).isEqualTo(Finding.NO_ANSWER);
  }

  @Test
  void asksNoMoreAtOnceThanItMay() throws Exception {
    serve(exchange -> await());
    var list = lookUp();
    var first = threads.submit(() -> list.find(PASSWORD));
    Awaitility.await().until(() -> asked.size() == 1);

    assertThat(list.find(PASSWORD)).isEqualTo(Finding.NO_ANSWER);
    assertThat(asked).hasSize(1);

    over.countDown();
    assertThat(first.get()).isEqualTo(Finding.NO_ANSWER);
    var before = asked.size();
    list.find(PASSWORD);
    assertThat(asked).hasSizeGreaterThan(before);
  }

  @Test
  void givesUpWhereItsThreadIsToEnd() {
    var list = answering(200, REST + ":42");
    Thread.currentThread().interrupt();

    assertThat(list.find(PASSWORD)).isEqualTo(Finding.NO_ANSWER);
    assertThat(Thread.interrupted()).isTrue();
  }

  private BreachedPasswords answering(int status, String body) {
    var bytes = body.getBytes(StandardCharsets.US_ASCII);
    serve(exchange -> {
      exchange.getResponseHeaders().set("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, status == 204 || bytes.length == 0 ? -1 : bytes.length);
      if (status != 204) {
        exchange.getResponseBody().write(bytes);
      }
    });
    return lookUp();
  }

  private BreachedPasswords lookUp() {
    // Long enough for a machine that is busy; what is to fail here fails at once.
    return new HttpBreachedPasswords(url(), Duration.ofSeconds(30), 1);
  }

  private BreachedPasswords impatient() {
    return new HttpBreachedPasswords(url(), Duration.ofMillis(200), 1);
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/range");
  }

  private void serve(Answer answer) {
    server.setExecutor(threads);
    server.createContext(
        "/range/",
        exchange -> {
          var padding = exchange.getRequestHeaders().getFirst("Add-Padding");
          asked.add(
              exchange.getRequestMethod() + " " + exchange.getRequestURI() + " padding=" + padding);
          try (exchange) {
            answer.to(exchange);
          }
        });
    server.start();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer listen() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }
}
