package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.rest.health.Readiness;
import dev.latchkey.rest.health.ReadinessCheck;
import dev.latchkey.rest.management.ManagementServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The port for operators' machines.
class ManagementServerTest {
  private final RestServer server = RestServer.start();
  private int port;

  @BeforeEach
  void listen() throws IOException {
    listen(server);
  }

  private void listen(RestServer by) throws IOException {
    port =
        by.context()
            .getBean(ManagementServer.class)
            .start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void givesTheFiguresWithoutAToken() throws Exception {
    server.client().logIn("nobody@example.test", RestServer.PASSWORD);

    var page = call("GET", "/metrics");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(page.body())
        .contains("latchkey_session_logins_total{outcome=\"unknown_login\"} 1.0");
  }

  @Test
  void tellsHowTheServiceIs() throws Exception {
    assertThat(call("GET", "/health/readiness").body())
        .isEqualTo("{\"status\":\"ok\",\"checks\":{}}");
    assertThat(call("HEAD", "/health/readiness").statusCode()).isEqualTo(200);
    assertThat(call("GET", "/health/liveness").body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void tellsWhichCheckFails() throws Exception {
    try (var broken = RestServer.start()) {
      broken.context().registerSingleton(ReadinessCheck.class, new Lost());
      listen(broken);

      var page = call("GET", "/health/readiness");

      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).isEqualTo("{\"status\":\"down\",\"checks\":{\"database\":\"down\"}}");
      assertThat(call("GET", "/health/liveness").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void isNotReadyAnyMoreOnceTheServiceEnds() throws Exception {
    server.context().getBean(Readiness.class).end();

    var page = call("GET", "/health/readiness");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).isEqualTo("{\"status\":\"down\",\"checks\":{\"serving\":\"down\"}}");
    assertThat(call("GET", "/health/liveness").statusCode()).isEqualTo(200);
    assertThat(server.client().get("/health/readiness").status()).isEqualTo(503);
  }

  @ParameterizedTest
  @MethodSource("dev.latchkey.rest.RouteMatrixTest#calls")
  void neverServesTheApi(RouteMatrixTest.Call route) throws Exception {
    if (route.path().equals("/metrics") || route.path().startsWith("/health/")) {
      return;
    }

    var answer = call(route.method(), route.path().replaceAll("\\{.*?}", "1"));

    assertThat(answer.statusCode()).isEqualTo(route.method().equals("GET") ? 404 : 405);
  }

  @Test
  void canOnlyBeRead() throws Exception {
    var answer = call("POST", "/metrics");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(call("GET", "/metrics/").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> call(String method, String path)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static final class Lost implements ReadinessCheck {
    @Override
    public String name() {
      return "database";
    }

    @Override
    public boolean ready() {
      return false;
    }
  }
}
