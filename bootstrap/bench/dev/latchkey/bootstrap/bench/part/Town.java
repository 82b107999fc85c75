package dev.latchkey.bootstrap.bench.part;

import de.mkammerer.argon2.Argon2Factory;
import dev.latchkey.bootstrap.bench.Accounts;
import dev.latchkey.bootstrap.bench.Filler;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Answer;
import dev.latchkey.bootstrap.bench.load.Caller;
import dev.latchkey.bootstrap.bench.load.Client;
import dev.latchkey.bootstrap.bench.load.Requests;
import dev.latchkey.bootstrap.bench.load.Work;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A service with many users, and what is asked of it. Its hashes cost next to nothing, so that a
/// log-in shows what it costs apart from them.
///
/// @param calls by name
record Town(long users, int port, Map<String, Caller> calls) {
  private static final int SAMPLE = 300;
  private static final String PASSWORD = "correct horse battery staple";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "ARGON2_MEMORY_KIB", "8",
          "ARGON2_ITERATIONS", "1",
          "ACCESS_TOKEN_EXPIRES_SECONDS", "86400");

  static Town of(Stage stage, long users) throws Exception {
    var database = stage.keep(EmbeddedDatabase.start(stage.home()));
    var access = database.access();
    var settings = new LinkedHashMap<>(SETTINGS);
    settings.put("DATABASE_URL", Start.url(access));
    var server = stage.start(stage.home(), settings);
    Stage.awaitReady(server);
    var port = server.port();
    try (var connection =
        DriverManager.getConnection(access.url(), access.user(), access.password().reveal())) {
      Filler.fill(connection, users, hash());
      var names = names(connection, "is_active", users);
      var admin = names(connection, "is_active AND role = 'admin'", users).subList(0, 1);
      var people = Accounts.of(port, names, PASSWORD);
      var admins = Accounts.of(port, admin, PASSWORD);
      return new Town(users, port, calls(port, names, people, admins));
    }
  }

  private static String hash() {
    var library = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id);
    return library.hash(1, 8, 1, PASSWORD.toCharArray());
  }

  private static List<String> names(Connection connection, String which, long users)
      throws SQLException {
    var names = new ArrayList<String>();
    // About a hundred of each of the rarest.
    var part = Math.min(100, 10_000_000.0 / users);
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT email_canonical FROM auth.users TABLESAMPLE BERNOULLI ("
                    + part
                    + ") WHERE "
                    + which
                    + " ORDER BY md5(email_canonical) LIMIT "
                    + SAMPLE)) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return names;
  }

  private static Map<String, Caller> calls(
      int port, List<String> names, Accounts people, Accounts admins) throws IOException {
    var admin = admins.sessions(1).getFirst().text("access_token");
    var calls = new LinkedHashMap<String, Caller>();
    calls.put("refresh", inTurn(people.refreshes(SAMPLE)));
    calls.put("`GET /auth/me`", inTurn(people.reads(SAMPLE)));
    calls.put("first page of users", get(admin, "/users?limit=50"));
    calls.put("first page with their count", get(admin, "/users?limit=50&count=true"));
    calls.put("first page of the inactive", get(admin, "/users?limit=50&is_active=false"));
    calls.put("first page of admins", get(admin, "/users?limit=50&role=admin"));
    calls.put("a page from the middle", get(admin, middle(port, admin)));
    calls.put("a search that finds many", get(admin, "/users?limit=50&q=anna"));
    calls.put(
        "a search that finds few",
        inTurn(names.stream().map(name -> get(admin, "/users?limit=50&q=" + name)).toList()));
    calls.put("a search that finds none", get(admin, "/users?limit=50&q=qqq"));
    calls.put("`GET /auth/stats`", get(admin, "/auth/stats"));
    calls.put("first page of the audit", get(admin, "/audit?limit=50"));
    calls.put("first page of a kind", get(admin, "/audit?limit=50&kind=login.failed"));
    // So many may end the sessions of the others.
    calls.put("log-in without its hash", people::logIn);
    return calls;
  }

  private static Caller get(String token, String path) {
    return Caller.of(Requests.get(path, token));
  }

  private static String middle(int port, String token) throws IOException {
    try (var client = new Client(port)) {
      var page = client.ask(Requests.get("/users?sort=email&limit=1&q=m", token));
      return "/users?sort=email&limit=50&cursor=" + page.text("next_cursor");
    }
  }

  /// All of these, one after the other.
  private static Caller inTurn(List<Caller> callers) {
    return new Caller() {
      private int turn;

      @Override
      public ByteBuffer next() {
        turn = (turn + 1) % callers.size();
        return callers.get(turn).next();
      }

      @Override
      public void answered(Answer answer) {
        callers.get(turn).answered(answer);
      }
    };
  }

  Work work(String name) {
    var caller = calls.get(name);
    if (caller == null) {
      throw new IllegalArgumentException(name);
    }
    return Work.of(name, port, List.of(caller));
  }
}
