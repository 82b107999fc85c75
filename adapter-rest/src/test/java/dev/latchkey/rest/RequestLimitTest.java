package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The last line: so many calls of any kind from one address.
class RequestLimitTest {
  private final RestServer server =
      RestServer.limited(
          LimitPolicy.standard().with(LimitName.REQUESTS, new Limit(3, Duration.ofMinutes(1))),
          Map.of(
              "latchkey.trusted-proxies",
              List.of("127.0.0.1"),
              "latchkey.cors-origins",
              List.of("https://app.example.org")));
  private final RestClient client = server.client();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void stopsAnAddressThatCallsTooOften() {
    for (var path : List.of("/auth/me", "/nothing/here", "/docs")) {
      assertThat(call(path, "192.0.2.1").status()).isNotEqualTo(429);
    }

    var stopped = call("/auth/me", "192.0.2.1");

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.code()).isEqualTo("rate_limited");
    assertThat(stopped.header("Retry-After")).isEqualTo("60");
    assertThat(stopped.header("RateLimit-Policy")).isEqualTo("\"requests\";q=3;w=60");
    assertThat(stopped.header("RateLimit")).isEqualTo("\"requests\";r=0;t=60");
    assertThat(call("/auth/me", "192.0.2.2").status()).isEqualTo(401);
  }

  @Test
  void letsItGoOnOnceTheWindowIsOver() {
    exhaust("192.0.2.1");
    server.clock.advance(Duration.ofMillis(59_001));
    assertThat(call("/auth/me", "192.0.2.1").header("Retry-After")).isEqualTo("1");

    server.clock.advance(Duration.ofMillis(999));

    assertThat(call("/auth/me", "192.0.2.1").status()).isEqualTo(401);
  }

  @Test
  @Tag("C131")
  void countsAnIpv6NetworkAsOne() {
    call("/auth/me", "2001:db8:1:2::1");
    call("/auth/me", "2001:DB8:0001:0002:ffff:ffff:ffff:ffff");
    call("/auth/me", "2001:db8:1:2:0:0:0:7");

    assertThat(call("/auth/me", "2001:db8:1:2::99").status()).isEqualTo(429);
    assertThat(call("/auth/me", "2001:db8:1:3::1").status()).isEqualTo(401);
  }

  @Test
  @Tag("C131")
  void countsAMappedAddressAsTheOneItStandsFor() {
    exhaust("192.0.2.1");

    assertThat(call("/auth/me", "::ffff:192.0.2.1").status()).isEqualTo(429);
  }

  @Test
  @Tag("C130")
  void isNotEscapedByInventedHops() {
    exhaust("192.0.2.1");

    for (var hop : List.of("198.51.100.1", "198.51.100.2", "unknown", "203.0.113.1, 10.0.0.1")) {
      assertThat(call("/auth/me", hop + ", 192.0.2.1").status()).as(hop).isEqualTo(429);
    }
  }

  @Test
  void letsProbesThrough() {
    exhaust("192.0.2.1");

    assertThat(call("/health/liveness", "192.0.2.1").status()).isEqualTo(200);
    assertThat(call("/health/readiness", "192.0.2.1").status()).isEqualTo(200);
    assertThat(call("/auth/health", "192.0.2.1").status()).isEqualTo(429);
  }

  @Test
  void tellsPagesOfOtherOriginsToo() {
    exhaust("192.0.2.1");

    var stopped =
        client.send(
            "GET",
            "/auth/me",
            null,
            null,
            "X-Forwarded-For",
            "192.0.2.1",
            "Origin",
            "https://app.example.org");

    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.org");
    assertThat(stopped.header("Access-Control-Expose-Headers"))
        .contains("Retry-After", "RateLimit", "RateLimit-Policy");
  }

  @Test
  void isCounted() {
    var admin = server.admin("admin@example.test");
    exhaust("192.0.2.1");
    call("/auth/me", "192.0.2.1");

    var figures = admin.send("GET", "/metrics", null, null, "X-Forwarded-For", "192.0.2.9");

    assertThat(figures.raw().body()).contains("latchkey_limits_hits_total{limit=\"requests\"} 1.0");
  }

  private void exhaust(String address) {
    for (var i = 0; i < 3; i++) {
      assertThat(call("/auth/me", address).status()).isEqualTo(401);
    }
  }

  private RestClient.Answer call(String path, String address) {
    return client.send("GET", path, null, null, "X-Forwarded-For", address);
  }
}
