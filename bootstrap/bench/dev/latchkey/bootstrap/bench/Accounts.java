package dev.latchkey.bootstrap.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Users of the service, registered by its own interface.
final class Accounts {
  private static final int COUNT = 32;

  private final int port;
  private final String password = UUID.randomUUID().toString();
  private final AtomicInteger turn = new AtomicInteger();

  private Accounts(int port) {
    this.port = port;
  }

  static Accounts register(int port) throws IOException {
    var accounts = new Accounts(port);
    try (var connection = new Connection(port)) {
      for (var i = 0; i < COUNT; i++) {
        connection.post("/auth/register", accounts.credentials(i)).expect(201);
      }
    }
    return accounts;
  }

  private String credentials(int account) {
    return "{\"email\":\"user%d@example.test\",\"password\":\"%s\"}".formatted(account, password);
  }

  /// Logs the next one in.
  Answer logIn(Connection connection) throws IOException {
    return connection.post("/auth/login", credentials(turn.getAndIncrement() % COUNT));
  }

  /// A session each.
  List<Answer> sessions(int count) throws IOException {
    var sessions = new ArrayList<Answer>();
    try (var connection = new Connection(port)) {
      for (var i = 0; i < count; i++) {
        sessions.add(logIn(connection).expect(200));
      }
    }
    return sessions;
  }
}
