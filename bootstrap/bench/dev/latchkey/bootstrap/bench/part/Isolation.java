package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Accounts;
import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Arrivals;
import dev.latchkey.bootstrap.bench.load.Callers;
import dev.latchkey.bootstrap.bench.load.Figure;
import dev.latchkey.bootstrap.bench.load.Loop;
import dev.latchkey.bootstrap.bench.load.Tally;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads at a constant rate, alone and while others log in without pause; and those log-ins, alone
/// and beside the reads.
public final class Isolation implements Benchmark.Part {
  private static final int READS_PER_SECOND = 50;
  private static final int CALLERS = 32;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration ALONE = Duration.ofSeconds(6);
  private static final Duration TOGETHER = Duration.ofSeconds(11);

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    var service = stage.service();
    // Somebody else: so many log-ins end the oldest sessions of those who log in.
    var reader = Accounts.register(service.port());
    var read = Accounts.read(reader.sessions(1).getFirst());
    Loop.run(WARM_UP, reads(service, read), logIns(service));
    var readsAlone = new ArrayList<Tally>();
    var logInsAlone = new ArrayList<Tally>();
    var readsTogether = new ArrayList<Tally>();
    var logInsTogether = new ArrayList<Tally>();
    for (var round = 0; round < ROUNDS; round++) {
      var reads = reads(service, read);
      Loop.run(ALONE, reads);
      readsAlone.add(reads.tally().expectNothingElse());
      var logIns = logIns(service);
      Loop.run(ALONE, logIns);
      logInsAlone.add(logIns.tally().expectNothingElse());
      var readsThen = reads(service, read);
      var logInsThen = logIns(service);
      Loop.run(TOGETHER, readsThen, logInsThen);
      readsTogether.add(readsThen.tally().expectNothingElse());
      logInsTogether.add(logInsThen.tally().expectNothingElse());
    }
    var name = "`GET /auth/me` at %d/s, ".formatted(READS_PER_SECOND);
    report.row(name + "alone", reads(readsAlone), "");
    report.row(
        name + "while %d callers log in".formatted(CALLERS),
        reads(readsTogether),
        "p99 under 10 ms");
    var together = new Figure(logInsTogether);
    var alone = new Figure(logInsAlone);
    report.row(
        "log-ins of %d callers meanwhile".formatted(CALLERS),
        together.rateAndTimes(),
        alone.rate() + " without the reads",
        Report.ratio(together.perSecond(), alone.perSecond()),
        "0.9");
  }

  private static Arrivals reads(Stage.Service service, ByteBuffer read) {
    return new Arrivals(service.port(), READS_PER_SECOND, CALLERS, () -> read);
  }

  private static Callers logIns(Stage.Service service) {
    return new Callers(service.port(), service.accounts().logIns(CALLERS));
  }

  private static String reads(List<Tally> rounds) {
    var sum = new Figure(rounds).sum();
    return "%s (sent late: p99 %.1f ms)"
        .formatted(Figure.times(sum.done()), Figure.millis(sum.late(), 99));
  }
}
