package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Accounts;
import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Answer;
import dev.latchkey.bootstrap.bench.load.Client;
import dev.latchkey.bootstrap.bench.load.Figure;
import dev.latchkey.bootstrap.bench.load.Requests;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/// How long a token is still accepted after its session was logged out: on the node that was asked
/// to, and on another, which is asked without pause.
public final class Revocation implements Benchmark.Part {
  private static final int LOG_OUTS = 300;
  private static final Duration WARM = Duration.ofMillis(5);

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    var service = stage.service();
    var delays = new Histogram(3);
    var accepted = 0;
    try (var database = EmbeddedDatabase.join(service.home());
        var other =
            stage.start(stage.home(), Map.of("DATABASE_URL", Start.url(database.access())));
        var here = new Client(service.port())) {
      Stage.awaitReady(other);
      for (var session : service.accounts().sessions(LOG_OUTS)) {
        var read = CompletableFuture.supplyAsync(() -> lastAccepted(other.port(), session));
        Thread.sleep(WARM);
        here.ask(logOut(session));
        var acknowledged = System.nanoTime();
        accepted += here.ask(Accounts.read(session)).status() == 200 ? 1 : 0;
        delays.recordValue(Math.max(0, read.get() - acknowledged) / 1_000);
      }
    }
    report.row(
        "a token accepted after the log-out, %d log-outs".formatted(LOG_OUTS),
        "on another node for " + Figure.times(delays) + "; on the same node " + accepted,
        "50 ms; 0");
  }

  private static java.nio.ByteBuffer logOut(Answer session) {
    var token = session.text("refresh_token");
    return Requests.post("/auth/logout", "{\"refresh_token\":\"" + token + "\"}");
  }

  /// The time of the last answer that still accepted it.
  private static long lastAccepted(int port, Answer session) {
    try (var client = new Client(port)) {
      var read = Accounts.read(session);
      var last = System.nanoTime();
      while (client.ask(read).status() == 200) {
        last = System.nanoTime();
      }
      return last;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
