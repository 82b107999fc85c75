package dev.latchkey.rest.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.latchkey.rest.health.Readiness;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The three pages of the management port. Exactly these paths, and only to be read.
final class ManagementPages implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ManagementPages.class);
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  private final Supplier<String> figures;
  private final Readiness readiness;

  ManagementPages(Supplier<String> figures, Readiness readiness) {
    this.figures = figures;
    this.readiness = readiness;
  }

  private record Page(int status, String type, String body) {}

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, page(exchange));
    }
  }

  private Page page(HttpExchange exchange) {
    if (!exchange.getRequestMethod().matches("GET|HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return new Page(405, TEXT, "Only GET and HEAD are.\n");
    }
    try {
      return page(exchange.getRequestURI().getPath());
    } catch (RuntimeException e) {
      LOG.error("The management port has failed", e);
      return new Page(500, TEXT, "This failed; the log says why.\n");
    }
  }

  private Page page(String path) {
    return switch (path) {
      case "/metrics" -> new Page(200, PROMETHEUS, figures.get());
      case "/health/liveness" -> new Page(200, JSON, "{\"status\":\"ok\"}");
      case "/health/readiness" -> readiness();
      default -> new Page(404, TEXT, "/metrics, /health/liveness and /health/readiness are.\n");
    };
  }

  private Page readiness() {
    var report = readiness.look();
    var body =
        "{\"status\":\"%s\",\"checks\":%s}".formatted(report.status(), json(report.checks()));
    return new Page(report.ready() ? 200 : 503, JSON, body);
  }

  /// The names are ours, without anything to escape.
  private static String json(Map<String, String> checks) {
    return checks.entrySet().stream()
        .map(check -> "\"%s\":\"%s\"".formatted(check.getKey(), check.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    var body = page.body().getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", page.type());
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(page.status(), -1);
    } else {
      exchange.sendResponseHeaders(page.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
