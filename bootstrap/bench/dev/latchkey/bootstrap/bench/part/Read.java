package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Accounts;
import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Caller;
import dev.latchkey.bootstrap.bench.load.Client;
import dev.latchkey.bootstrap.bench.load.Requests;
import dev.latchkey.bootstrap.bench.load.Rounds;
import dev.latchkey.bootstrap.bench.load.Work;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/// Reads of one's own user, beside a server of the same framework that does nothing but answer with
/// the same bytes.
public final class Read implements Benchmark.Part {
  private static final int CONNECTIONS = 64;
  private static final Rounds ROUNDS = Rounds.ofSeconds(3, 5);

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    var service = stage.service();
    var signing = stage.service(stage.home(), Stage.signingWith("ES256"));
    var bare = stage.bare(service.server(), body(service));
    var works =
        List.of(
            same("a bare server", bare.port(), "/auth/me"),
            reads("HS256", service),
            reads("ES256", signing));
    report.rows(works, ROUNDS.measure(works), "0.5");
    signing.server().close();
    bare.close();
  }

  private static String body(Stage.Service service) throws IOException {
    try (var client = new Client(service.port())) {
      return client.ask(Accounts.read(service.accounts().sessions(1).getFirst())).body();
    }
  }

  private static Work same(String name, int port, String path) {
    var caller = Caller.of(Requests.get(path));
    return Work.of(name, port, Collections.nCopies(CONNECTIONS, caller));
  }

  private static Work reads(String algorithm, Stage.Service service) throws IOException {
    return Work.of(
        "`GET /auth/me`, %s, %d connections".formatted(algorithm, CONNECTIONS),
        service.port(),
        service.accounts().reads(CONNECTIONS));
  }
}
