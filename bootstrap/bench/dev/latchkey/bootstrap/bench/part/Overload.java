package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Arrivals;
import dev.latchkey.bootstrap.bench.load.Figure;
import dev.latchkey.bootstrap.bench.load.Loop;
import dev.latchkey.bootstrap.bench.load.Rounds;
import java.time.Duration;
import java.util.List;

/// Ten times as many log-ins as can be done.
public final class Overload implements Benchmark.Part {
  private static final Rounds ROUNDS = Rounds.ofSeconds(4, 3);
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("overload", 60));
  private static final int FACTOR = 10;
  private static final int CALLERS = 32;
  private static final int MOST_CONNECTIONS = 512;

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    var service = stage.service();
    var server = service.server();
    var capacity = ROUNDS.measure(List.of(LogIn.logIns(service, CALLERS))).getFirst().perSecond();
    var before = server.residentMemory();
    server.forgetPeak();
    var demand =
        new Arrivals(
            service.port(), FACTOR * capacity, MOST_CONNECTIONS, service.accounts()::logIn);
    Loop.run(TIME, demand);
    var tally = demand.tally();
    report.row(
        "log-ins asked for at %s, accepted".formatted(Figure.rate(FACTOR * capacity)),
        Figure.rate(tally.perSecond()) + "; " + Figure.times(tally.done()),
        "%s asked for by %d callers".formatted(Figure.rate(capacity), CALLERS),
        Report.ratio(tally.perSecond(), capacity),
        "1.0; max within the queue's bound");
    report.row(
        "the same, refused",
        "%,d (%d without Retry-After); %s; %d connections; sent late: p99 %.1f ms"
            .formatted(
                tally.shed().getTotalCount(),
                tally.silent(),
                Figure.times(tally.shed()),
                demand.connections(),
                Figure.millis(tally.late(), 99)),
        "p99 under 50 ms, none without");
    report.row("the same, anything else", tally.others().toString(), "none");
    report.row(
        "memory before, at most, after",
        "%d, %d, %d MiB".formatted(before, server.peakMemory(), server.residentMemory()),
        "flat");
  }
}
