package dev.latchkey.bootstrap.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a request says that the service is called, the links in its mails begin with
/// `PUBLIC_URL`; also behind a proxy that is believed where a request comes from.
@Tag("C089")
@Timeout(300)
class ForgedHostTest {
  private static final String PUBLIC_URL = "https://id.example.test";
  private static final String ADMIN = "root@example.test";
  private static final String PASSWORD = "plum-kettle-orbit";
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*#token=[^\"]*)\"");

  @TempDir private static Path home;
  private static final int PORT = ServiceProcess.freePort();
  private static ServiceProcess service;
  private static int people;

  @BeforeAll
  static void start() {
    service =
        ServiceProcess.start(
            Map.of(
                "LATCHKEY_HOME",
                home.toString(),
                "PORT",
                Integer.toString(PORT),
                "PUBLIC_URL",
                PUBLIC_URL,
                "TRUSTED_PROXIES",
                "127.0.0.1",
                "BOOTSTRAP_ADMIN_EMAIL",
                ADMIN,
                "BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.test",
        "Host: evil.test:8080",
        "Host: localhost|X-Forwarded-Host: evil.test",
        "Host: localhost|X-Forwarded-Host: evil.test, localhost|X-Forwarded-Port: 666",
        "Host: localhost|X-Forwarded-For: 192.0.2.1|X-Forwarded-Proto: evil",
        "Host: localhost|X-Forwarded-Prefix: /evil|X-Forwarded-Server: evil.test",
        "Host: localhost|Forwarded: for=192.0.2.1;host=evil.test;proto=http",
        "Host: localhost|X-Original-Host: evil.test|X-Host: evil.test",
        "Host: localhost|X-Original-URL: /evil|X-Rewrite-URL: http://evil.test/",
        "Host: localhost|Origin: http://evil.test|Referer: http://evil.test/"
      })
  void countsNothingThatARequestSays(String headers) throws IOException {
    var links = links().size();

    assertThat(statusesOfCallsThatSendAMail("", headers)).containsExactly(201, 202, 202, 202, 202);

    await(links + 6);
    assertThat(page()).doesNotContain("evil");
    assertThat(links())
        .allMatch(link -> link.startsWith(PUBLIC_URL + "/account/"))
        .noneMatch(link -> link.contains("localhost"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.test", "https://evil.test:666", "http://evil.test@localhost"})
  void sendsNoMailWithAnotherLinkForATargetInAbsoluteForm(String origin) throws IOException {
    var links = links().size();

    var taken =
        statusesOfCallsThatSendAMail(origin, "Host: evil.test").stream()
            .filter(status -> status < 400)
            .count();

    await(links + 1 + (int) taken);
    assertThat(page()).doesNotContain("evil");
    assertThat(links()).allMatch(link -> link.startsWith(PUBLIC_URL + "/account/"));
  }

  /// Registers, resends, resets, changes the address, and has an admin reset.
  private static List<Integer> statusesOfCallsThatSendAMail(String origin, String headers)
      throws IOException {
    var somebody = "somebody%d@example.test".formatted(++people);
    var somebodyElse = "somebody%d@example.test".formatted(++people);
    service.browser().register(somebodyElse, PASSWORD);
    var session = service.browser().logIn(somebodyElse, PASSWORD);
    var id = service.browser().me(session.accessToken()).text("id");
    var admin = service.browser().logIn(ADMIN, PASSWORD).accessToken();
    var known = "{\"email\":\"%s\"}".formatted(somebodyElse);
    var both = "{\"email\":\"%s\",\"password\":\"%s\"}";
    return List.of(
        post(origin, "/auth/register", headers, "", both.formatted(somebody, PASSWORD)),
        post(origin, "/auth/email/verification", headers, "", known),
        post(origin, "/auth/password/forgot", headers, "", known),
        post(
            origin,
            "/auth/email/change",
            headers,
            session.accessToken(),
            both.formatted("moved-" + somebodyElse, PASSWORD)),
        post(origin, "/users/" + id + "/password-reset", headers, admin, "{}"));
  }

  private static int post(
      String origin, String path, String headers, String accessToken, String json)
      throws IOException {
    var head = new StringBuilder("POST " + origin + path + " HTTP/1.1\r\n");
    Stream.of(headers.split("\\|", -1)).forEach(header -> head.append(header).append("\r\n"));
    head.append("Connection: close\r\nContent-Type: application/json\r\n");
    head.append("Content-Length: ").append(json.length()).append("\r\n");
    if (!accessToken.isEmpty()) {
      head.append("Authorization: Bearer ").append(accessToken).append("\r\n");
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      socket.getOutputStream().write((head + "\r\n" + json).getBytes(ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  private static void await(int links) {
    while (links().size() < links) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(links()).hasSize(links);
  }

  private static List<String> links() {
    return LINK.matcher(page()).results().map(found -> found.group(1)).toList();
  }

  private static String page() {
    return service.browser().get("/dev/mail").body();
  }
}
