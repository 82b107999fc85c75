package dev.latchkey.bootstrap.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is asked of the service, each caller on a connection of its own.
final class HttpWorks implements AutoCloseable {
  private final int port;
  private final Accounts accounts;
  private final List<Connection> connections = new ArrayList<>();

  HttpWorks(int port, Accounts accounts) {
    this.port = port;
    this.accounts = accounts;
  }

  Work logIn(int callers) {
    return new Work(
        "log-in, %d callers".formatted(callers),
        connect(callers)
            .map(connection -> (Call) () -> accounts.logIn(connection).count(200))
            .toList());
  }

  Work refresh(int callers) throws IOException {
    var sessions = accounts.sessions(callers).iterator();
    return new Work(
        "refresh, %d callers".formatted(callers),
        connect(callers).map(connection -> refresh(connection, sessions.next())).toList());
  }

  private static Call refresh(Connection connection, Answer session) {
    var latest = new Answer[] {session};
    return () -> {
      var token = latest[0].text("refresh_token");
      latest[0] =
          connection
              .post("/auth/refresh", "{\"refresh_token\":\"%s\"}".formatted(token))
              .expect(200);
      return Call.Outcome.DONE;
    };
  }

  Work me(int callers) throws IOException {
    var sessions = accounts.sessions(callers).iterator();
    return new Work(
        "`GET /auth/me`, %d connections".formatted(callers),
        connect(callers).map(connection -> me(connection, sessions.next())).toList());
  }

  private static Call me(Connection connection, Answer session) {
    var token = session.text("access_token");
    return () -> connection.get("/auth/me", token).count(200);
  }

  Work liveness(int callers) {
    return new Work(
        "`GET /health/liveness`, %d connections".formatted(callers),
        connect(callers)
            .map(connection -> (Call) () -> connection.get("/health/liveness").count(200))
            .toList());
  }

  private Stream<Connection> connect(int count) {
    var opened = Stream.generate(() -> new Connection(port)).limit(count).toList();
    connections.addAll(opened);
    return opened.stream();
  }

  @Override
  public void close() throws IOException {
    for (var connection : connections) {
      connection.close();
    }
  }
}
