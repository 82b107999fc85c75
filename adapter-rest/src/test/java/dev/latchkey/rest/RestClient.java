package dev.latchkey.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A plain HTTP client for tests, one request a call. Checks each answer by the [Oracle].
public final class RestClient {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final @Nullable String bearer;

  RestClient(int port) {
    this(port, null);
  }

  private RestClient(int port, @Nullable String bearer) {
    this.port = port;
    this.bearer = bearer;
  }

  /// An answer, its body read as JSON where it is that.
  public record Answer(int status, HttpResponse<String> raw) {

    public JsonNode json() {
      return Oracle.parse(raw.body());
    }

    public String text(String member) {
      return json().path(member).asText();
    }

    public String code() {
      return text("code");
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  /// The same client, sending this access token.
  public RestClient with(String accessToken) {
    return new RestClient(port, accessToken);
  }

  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  public Answer post(String path, String json) {
    return send("POST", path, json, "application/json");
  }

  public Answer postForm(String path, String form) {
    return send("POST", path, form, "application/x-www-form-urlencoded");
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, json, "application/json");
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  /// Sends anything.
  ///
  /// @param headers names and values in turn
  public Answer send(
      String method,
      String path,
      @Nullable String body,
      @Nullable String contentType,
      String... headers) {
    return exchange(
        method,
        path,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        contentType,
        headers);
  }

  private Answer exchange(
      String method,
      String path,
      HttpRequest.BodyPublisher body,
      @Nullable String contentType,
      String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var answer = new Answer(response.statusCode(), response);
      Oracle.check(
          path,
          answer.status(),
          name -> response.headers().firstValue(name).orElse(null),
          response.body());
      return answer;
    } catch (IOException e) {
      throw new AssertionError("no answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json, "application/json");
  }

  /// Sends these bytes as JSON.
  public Answer postBytes(String path, byte[] body) {
    return exchange("POST", path, BodyPublishers.ofByteArray(body), "application/json");
  }

  /// Registers a user of this address.
  public Answer register(String email, String password) {
    return post(
        "/auth/register",
        """
        {"email": "%s", "password": "%s"}
        """
            .formatted(email, password));
  }

  /// Logs in and gives the token pair.
  public Answer logIn(String login, String password) {
    return logInAt("/auth/login", login, password);
  }

  /// Logs in by another way.
  Answer logInAt(String path, String login, String password) {
    return post(
        path,
        """
        {"login": "%s", "password": "%s"}
        """
            .formatted(login, password));
  }

  /// Registers a user of this address, logs them in and gives a client with their access token.
  public RestClient as(String email) {
    register(email, RestServer.PASSWORD);
    return with(logIn(email, RestServer.PASSWORD).text("access_token"));
  }

  /// Makes an API key of the caller's own with these scopes.
  Answer makeKey(String... scopes) {
    var quoted = Stream.of(scopes).map(scope -> '"' + scope + '"').toList();
    return post("/auth/api-keys", "{\"name\":\"Build\",\"scopes\":" + quoted + "}");
  }

  /// The same client, with a new API key of the caller's own with these scopes.
  RestClient withKey(String... scopes) {
    return with(makeKey(scopes).text("key"));
  }

  /// Revokes every API key of the caller's own.
  void revokeKeys() {
    for (var key : get("/auth/api-keys").json().path("items")) {
      delete("/auth/api-keys/" + key.path("id").asText());
    }
  }

  public Answer refresh(String refreshToken) {
    return post("/auth/refresh", "{\"refresh_token\": \"" + refreshToken + "\"}");
  }

  public Answer logOut(String refreshToken, String scope) {
    return post("/auth/logout?scope=" + scope, "{\"refresh_token\": \"" + refreshToken + "\"}");
  }
}
