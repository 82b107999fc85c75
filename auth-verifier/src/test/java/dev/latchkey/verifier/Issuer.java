package dev.latchkey.verifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.verifier.jose.JwkSet;
import dev.latchkey.verifier.jose.Keys;
import dev.latchkey.verifier.jose.PublicJwk;
import dev.latchkey.verifier.jose.SignedClaims;
import dev.latchkey.verifier.jose.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An authorization server on this machine: publishes keys and answers introspection.
final class Issuer implements AutoCloseable {
  static final String AUDIENCE = "orders";

  /// What was asked, as `GET /path body`.
  final List<String> asked = new CopyOnWriteArrayList<>();

  final List<String> authorizations = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Answer keys = Issuer::close;
  private volatile Answer introspection = Issuer::close;

  /// What is done with a request.
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  Issuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/.well-known/jwks.json", exchange -> serve(exchange, keys));
    server.createContext("/introspect", exchange -> serve(exchange, introspection));
    server.createContext("/", exchange -> serve(exchange, Issuer::close));
    server.start();
    publish(Keys.P256, Keys.ED25519, Keys.RSA);
  }

  private void serve(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var path = exchange.getRequestURI().getPath();
      asked.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
      var authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (authorization != null) {
        authorizations.add(authorization);
      }
      answer.give(exchange);
    }
  }

  private static void close(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(404, -1);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  URI introspection() {
    return URI.create(url() + "/introspect");
  }

  void publish(KeyPair... pairs) {
    var jwks = Arrays.stream(pairs).map(pair -> PublicJwk.of(pair.getPublic())).toList();
    publish(JwkSet.write(jwks), "public, max-age=300");
  }

  void publish(String body, String cacheControl) {
    keys =
        exchange -> {
          exchange.getResponseHeaders().set("Cache-Control", cacheControl);
          send(exchange, 200, body);
        };
  }

  void answerForKeys(Answer answer) {
    keys = answer;
  }

  void answerForIntrospection(int status, String body) {
    introspection = exchange -> send(exchange, status, body);
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  TokenVerifierBuilder verifier() {
    return TokenVerifier.of(url(), AUDIENCE);
  }

  /// A token of a user, good for 15 minutes from the beginning of the test's time.
  String issue(SigningKey key) {
    return new SignedClaims("at+jwt").write(claims(), key);
  }

  Map<String, Object> claims() {
    var now = TestTime.BEGINNING.getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", url());
    claims.put("aud", AUDIENCE);
    claims.put("sub", "01980000-0000-7000-8000-000000000001");
    claims.put("client_id", "latchkey");
    claims.put("sid", "01980000-0000-7000-8000-000000000002");
    claims.put("jti", "01980000-0000-7000-8000-000000000003");
    claims.put("iat", now);
    claims.put("nbf", now);
    claims.put("exp", now + 900);
    claims.put("type", "access");
    claims.put("role", "customer");
    claims.put("scope", "orders:read orders:write");
    claims.put("email", "ada@example.org");
    return claims;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
