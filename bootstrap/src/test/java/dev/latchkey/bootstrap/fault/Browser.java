package dev.latchkey.bootstrap.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Calls a service over HTTP.
public final class Browser {
  // Whatever hangs for longer hangs for ever, as far as a caller is concerned.
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int TRIES = 600;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  Browser(int port) {
    this.port = port;
  }

  /// Repeats a call for as long as the service says that it is busy, as clients are told to.
  public static Answer patiently(Supplier<Answer> call) {
    var answer = call.get();
    for (var attempt = 1; answer.isBusy() && attempt < TRIES; attempt++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = call.get();
    }
    return answer;
  }

  public Answer register(String email, String password) {
    return post("/auth/register", "email", email, "password", password);
  }

  public Answer logIn(String email, String password) {
    return post("/auth/login", "login", email, "password", password);
  }

  public Answer refresh(String refreshToken) {
    return post("/auth/refresh", "refresh_token", refreshToken);
  }

  public Answer logOut(String refreshToken, String scope) {
    return post("/auth/logout?scope=" + scope, "refresh_token", refreshToken);
  }

  public Answer changePassword(String accessToken, String from, String to) {
    return send(
        "POST",
        "/auth/password/change",
        accessToken,
        json("current_password", from, "new_password", to));
  }

  public Answer createApiKey(String accessToken, String name) {
    return send("POST", "/auth/api-keys", accessToken, json("name", name));
  }

  public Answer forgotPassword(String email) {
    return post("/auth/password/forgot", "email", email);
  }

  public Answer resetPassword(String token, String password) {
    return post("/auth/password/reset", "token", token, "password", password);
  }

  public Answer changeEmail(String accessToken, String email, String password) {
    return send(
        "POST", "/auth/email/change", accessToken, json("email", email, "password", password));
  }

  public Answer verifyEmail(String token) {
    return post("/auth/email/verify", "token", token);
  }

  public Answer me(String accessToken) {
    return send("GET", "/auth/me", accessToken, "");
  }

  public Answer get(String path) {
    return send("GET", path, "", "");
  }

  public Answer get(String path, String accessToken) {
    return send("GET", path, accessToken, "");
  }

  public Answer delete(String path, String accessToken) {
    return send("DELETE", path, accessToken, "");
  }

  /// @param json what to change, as JSON
  public Answer patch(String path, String accessToken, String json) {
    return send("PATCH", path, accessToken, json);
  }

  private Answer post(String path, String... members) {
    return send("POST", path, "", json(members));
  }

  private Answer send(String method, String path, String accessToken, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!accessToken.isEmpty()) {
      request.header("Authorization", "Bearer " + accessToken);
    }
    try {
      return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException lost) {
      return Answer.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.NONE;
    }
  }

  private static String json(String... members) {
    var json = new StringBuilder("{");
    for (var i = 0; i < members.length; i += 2) {
      json.append(i == 0 ? "" : ",")
          .append('"')
          .append(members[i])
          .append("\":\"")
          .append(members[i + 1])
          .append('"');
    }
    return json.append('}').toString();
  }
}
