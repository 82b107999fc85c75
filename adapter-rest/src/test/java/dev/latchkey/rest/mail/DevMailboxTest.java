package dev.latchkey.rest.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mail.Letter;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.user.EmailAddress;
import dev.latchkey.rest.RestServer;
import io.micronaut.http.HttpRequestWrapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DevMailboxTest {
  private static final String LINK = "http://localhost:8080/account/reset-password#token=canary";

  private static RestServer server;
  private static DevMailbox mailbox;

  @BeforeAll
  static void start() {
    server = RestServer.start(Map.of(DevMailbox.SWITCH, "on"));
    mailbox = server.context().getBean(DevMailbox.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void showsMailsNewestFirstWithTheirLinks() throws Exception {
    var older = letter("The older", LINK);
    var newer = letter("The newer", null);
    mailbox.send(older);
    mailbox.send(newer);

    var page = get("/dev/mail");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .containsSubsequence("The newer", "The older")
        .contains("href=\"" + LINK + "\"", "href=\"/dev/mail/" + older.id() + "\"");
  }

  @Test
  void showsOneMail() throws Exception {
    var letter = letter("One of many", LINK);
    mailbox.send(letter);

    assertThat(get("/dev/mail/" + letter.id()).body())
        .contains("One of many", "ann@example.test", "the text of it", "href=\"" + LINK + "\"");
    assertThat(get("/dev/mail/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("C041")
  void letsNothingOnThePageRun() throws Exception {
    mailbox.send(
        letter(
            "<script>alert(1)</script>",
            "http://x.test/?a=\"><script>alert(2)"
                .replace("\"", "%22")
                .replace("<", "%3C")
                .replace(">", "%3E")));

    var page = get("/dev/mail");

    assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void keepsTheNewestOnly() {
    for (var i = 0; i < 201; i++) {
      mailbox.send(letter("Mail " + i, null));
    }

    assertThat(mailbox.letters())
        .hasSize(200)
        .first()
        .extracting(Letter::subject)
        .isEqualTo("Mail 200");
  }

  @Test
  @Tag("C089")
  void isNotThereForAnotherName() throws IOException {
    var request = "GET /dev/mail HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";

    assertThat(raw(request.formatted("evil.test"))).startsWith("HTTP/1.1 404");
    assertThat(raw(request.formatted("localhost:8080"))).startsWith("HTTP/1.1 200");
  }

  @Test
  @Tag("C089")
  void isNotThereForAnotherMachine() {
    var controller = server.context().getBean(MailboxController.class);
    var letter = letter("Not for everybody", LINK);
    mailbox.send(letter);

    assertThat(controller.list(from("127.0.0.1"))).isNotNull();
    assertThat(controller.list(from("::1"))).isNotNull();
    assertThat(controller.list(from("192.0.2.7"))).isNull();
    assertThat(controller.one(from("192.0.2.7"), letter.id().value())).isNull();
  }

  @Test
  void isNotThereUnlessItIsAskedFor() throws Exception {
    try (var plain = RestServer.start()) {
      assertThat(plain.context().findBean(DevMailbox.class)).isEmpty();
      assertThat(get(plain, "/dev/mail").statusCode()).isEqualTo(404);
    }
  }

  /// A request for this machine by name, whose connection comes from the address.
  private static io.micronaut.http.HttpRequest<?> from(String address) {
    var request =
        io.micronaut.http.HttpRequest.GET("/dev/mail")
            .header("Host", "localhost")
            .header("X-Forwarded-For", "127.0.0.1");
    return new HttpRequestWrapper<>(request) {
      @Override
      public InetSocketAddress getRemoteAddress() {
        return new InetSocketAddress(address, 50_000);
      }
    };
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return get(server, path);
  }

  private static HttpResponse<String> get(RestServer server, String path) throws Exception {
    var url = URI.create("http://127.0.0.1:" + server.port() + path);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(url).header("Accept", "text/html").build(),
          BodyHandlers.ofString());
    }
  }

  private static Letter letter(String subject, @Nullable String link) {
    return new Letter(
        new MailId(UUID.randomUUID()),
        MailKind.RESET_PASSWORD,
        EmailAddress.parse("ann@example.test").orElseThrow(),
        subject,
        "the text of it",
        "<p>the HTML of it</p>",
        link == null ? null : URI.create(link));
  }
}
