package dev.latchkey.bootstrap.bench;

import dev.latchkey.bootstrap.bench.load.Answer;
import dev.latchkey.bootstrap.bench.load.Caller;
import dev.latchkey.bootstrap.bench.load.Client;
import dev.latchkey.bootstrap.bench.load.Requests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Users of the service, registered by its own interface.
public final class Accounts {
  /// So many that nobody logs in fifty times: whoever has fifty sessions loses one at each log-in.
  private static final int COUNT = 1_000;

  private final int port;
  private final List<ByteBuffer> logIns;
  private int turn;

  private Accounts(int port, List<String> credentials) {
    this.port = port;
    logIns = credentials.stream().map(json -> Requests.post("/auth/login", json)).toList();
  }

  /// New ones.
  public static Accounts register(int port) throws IOException {
    var names = Stream.generate(UUID::randomUUID).map("%s@example.test"::formatted).limit(COUNT);
    var credentials = names.map(name -> credentials(name, UUID.randomUUID().toString())).toList();
    try (var client = new Client(port)) {
      for (var one : credentials) {
        expect(201, client.ask(Requests.post("/auth/register", one)));
      }
    }
    return new Accounts(port, credentials);
  }

  /// Those who are there already, with one password for all.
  public static Accounts of(int port, List<String> names, String password) {
    return new Accounts(port, names.stream().map(name -> credentials(name, password)).toList());
  }

  private static String credentials(String name, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
  }

  private static Answer expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException("not " + status + ": " + answer.body());
    }
    return answer;
  }

  /// The request that logs the next one in.
  public ByteBuffer logIn() {
    return logIns.get(turn++ % logIns.size());
  }

  /// Callers who log one in after the other.
  public List<Caller> logIns(int callers) {
    return Collections.nCopies(callers, this::logIn);
  }

  /// Callers who each refresh a session of their own.
  public List<Caller> refreshes(int callers) throws IOException {
    return sessions(callers).stream().map(Refresher::new).map(Caller.class::cast).toList();
  }

  /// Callers who each read with a session of their own.
  public List<Caller> reads(int callers) throws IOException {
    return sessions(callers).stream().map(session -> Caller.of(read(session))).toList();
  }

  /// The request that reads the user of a session.
  public static ByteBuffer read(Answer session) {
    return Requests.get("/auth/me", session.text("access_token"));
  }

  /// Answers to as many log-ins.
  public List<Answer> sessions(int count) throws IOException {
    var sessions = new ArrayList<Answer>();
    try (var client = new Client(port)) {
      for (var i = 0; i < count; i++) {
        sessions.add(expect(200, client.ask(logIn())));
      }
    }
    return sessions;
  }

  /// Gives each refresh token for the next.
  private static final class Refresher implements Caller {
    private ByteBuffer request;

    Refresher(Answer session) {
      request = refresh(session);
    }

    private static ByteBuffer refresh(Answer session) {
      var token = session.text("refresh_token");
      return Requests.post("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
    }

    @Override
    public ByteBuffer next() {
      return request;
    }

    @Override
    public void answered(Answer answer) {
      if (answer.status() == 200) {
        request = refresh(answer);
      }
    }
  }
}
