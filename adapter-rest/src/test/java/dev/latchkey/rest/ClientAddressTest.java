package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which address a request is taken to come from.
@Tag("C130")
class ClientAddressTest {
  private static final String PEER = "127.0.0.1";
  private static final RestServer OPEN = RestServer.start();
  private static final RestServer BEHIND_PROXIES =
      RestServer.start(
          Map.of("latchkey.trusted-proxies", List.of("127.0.0.0/8", "10.1.0.0/16", "fd00::/8")));

  @AfterAll
  static void stop() {
    OPEN.close();
    BEHIND_PROXIES.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "Forwarded",
        "X-Real-IP",
        "CF-Connecting-IP",
        "True-Client-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "Via"
      })
  void believesNoHeaderOfAStranger(String header) {
    assertThat(seen(OPEN, header, "192.0.2.1")).isEqualTo(PEER);
    assertThat(seen(OPEN, header, "for=192.0.2.1")).isEqualTo(PEER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Real-IP", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP"})
  void believesNoOtherHeaderOfAProxy(String header) {
    assertThat(seen(BEHIND_PROXIES, header, "192.0.2.1")).isEqualTo(PEER);
  }

  @ParameterizedTest
  @CsvSource({
    "'192.0.2.1', 192.0.2.1",
    "' 192.0.2.1 ', 192.0.2.1",
    "'198.51.100.9, 192.0.2.1', 192.0.2.1",
    "'198.51.100.9, 192.0.2.1, 10.1.2.3', 192.0.2.1",
    "'198.51.100.9, 192.0.2.1,10.1.2.3, 127.0.0.9', 192.0.2.1",
    "'10.1.2.3, 10.1.2.4', 10.1.2.3",
    "'10.2.0.1', 10.2.0.1",
    "'1.1.1.1, 2.2.2.2, 3.3.3.3, 4.4.4.4, 5.5.5.5, 6.6.6.6, 7.7.7.7, 8.8.8.8, 9.9.9.9, 9.8.7.6', 9.8.7.6",
    "'192.0.2.1:4711', 192.0.2.1",
    "'2001:DB8:0:0::0001', 2001:db8::1",
    "'[2001:db8::1]:4711', 2001:db8::1",
    "'[2001:db8::1]', 2001:db8::1",
    "'2001:db8::1, fd12::1', 2001:db8::1",
    "'::ffff:192.0.2.1', 192.0.2.1",
    "'::ffff:c000:201', 192.0.2.1",
    "'192.0.2.1, ::ffff:10.1.2.3', 192.0.2.1",
    "'nonsense, 192.0.2.1', 192.0.2.1"
  })
  @Tag("C131")
  void takesTheLastAddressThatIsNoProxy(String header, String address) {
    assertThat(seen(BEHIND_PROXIES, "X-Forwarded-For", header)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "192.0.2.1, unknown",
        "192.0.2.1,",
        "192.0.2.1, , 10.1.2.3",
        "192.0.2.256",
        "192.0.2",
        "192.0.2.1/24",
        "192.0.2.*",
        "0300.0.2.1",
        "3221225985",
        "0xc0000201",
        "fe80::1%eth0",
        "fe80::1%1",
        "1::2::3",
        "localhost",
        "example.org",
        "_hidden",
        "192.0.2.1 10.1.2.3",
        "192.0.2.1:99999999",
        "[192.0.2.1",
        "2001:db8::1]:80"
      })
  void takesThePeersAddressWhereTheHeaderCannotBeRead(String header) {
    assertThat(seen(BEHIND_PROXIES, "X-Forwarded-For", header)).isEqualTo(PEER);
  }

  @ParameterizedTest
  @CsvSource({
    "'for=192.0.2.1', 192.0.2.1",
    "'For=\"192.0.2.1:4711\";proto=https;by=10.1.2.3', 192.0.2.1",
    "'for=198.51.100.9, for=192.0.2.1, for=10.1.2.3', 192.0.2.1",
    "'for=\"[2001:db8::1]:4711\"', 2001:db8::1",
    "'for=unknown', 127.0.0.1",
    "'for=_hidden', 127.0.0.1",
    "'proto=https', 127.0.0.1",
    "'for=192.0.2.1;for=192.0.2.2', 127.0.0.1",
    "'for=\"192.0.2.1', 127.0.0.1",
    "'192.0.2.1', 127.0.0.1",
    "'', 127.0.0.1"
  })
  void readsTheStandardHeaderToo(String header, String address) {
    assertThat(seen(BEHIND_PROXIES, "Forwarded", header)).isEqualTo(address);
  }

  @Test
  void takesThePeersAddressWhereTheTwoHeadersContradictEachOther() {
    assertThat(
            seen(BEHIND_PROXIES, "X-Forwarded-For", "192.0.2.1", "Forwarded", "for=198.51.100.9"))
        .isEqualTo(PEER);
    assertThat(seen(BEHIND_PROXIES, "X-Forwarded-For", "192.0.2.1", "Forwarded", "for=192.0.2.1"))
        .isEqualTo("192.0.2.1");
  }

  @Test
  void joinsHeadersThatComeTwice() {
    assertThat(
            seen(
                BEHIND_PROXIES,
                "X-Forwarded-For",
                "198.51.100.9",
                "X-Forwarded-For",
                "192.0.2.1, 10.1.2.3"))
        .isEqualTo("192.0.2.1");
  }

  /// The address that the session of a log-in with these headers keeps.
  private static String seen(RestServer server, String... headers) {
    var client = server.client();
    client.register("address@example.test", RestServer.PASSWORD);
    var login =
        client.send(
            "POST",
            "/auth/login",
            "{\"login\":\"address@example.test\",\"password\":\"" + RestServer.PASSWORD + "\"}",
            "application/json",
            headers);
    assertThat(login.status()).isEqualTo(200);
    var sessions = client.with(login.text("access_token")).get("/auth/sessions").json();
    for (var session : sessions.path("items")) {
      if (session.path("current").asBoolean()) {
        return session.path("ip").asText();
      }
    }
    throw new AssertionError("no current session");
  }
}
