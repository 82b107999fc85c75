package dev.latchkey.bootstrap.bench.part;

import dev.latchkey.bootstrap.bench.Benchmark;
import dev.latchkey.bootstrap.bench.Report;
import dev.latchkey.bootstrap.bench.Stage;
import dev.latchkey.bootstrap.bench.load.Figure;
import dev.latchkey.bootstrap.postgres.EmbeddedDatabase;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// From the start of the process to readiness, first and later, without the cache of the virtual
/// machine and with it; and the memory of an idle service.
public final class Start implements Benchmark.Part {
  private static final int STARTS = 5;
  private static final String UNCACHED = "-XX:AOTMode=off";
  private static final long IDLE_MILLIS = 10_000;

  @Override
  public void measure(Stage stage, Report report) throws Exception {
    stage.makeCache();
    measure(stage, report, "on the embedded database", stage.home(), Map.of(), "3 s");
    var database = stage.keep(EmbeddedDatabase.start(stage.home()));
    var settings = Map.of("DATABASE_URL", url(database.access()));
    measure(stage, report, "on another PostgreSQL", stage.home(), settings, "1 s");
  }

  private static void measure(
      Stage stage,
      Report report,
      String where,
      Path home,
      Map<String, String> settings,
      String target)
      throws Exception {
    report.row("first start " + where, seconds(start(stage, home, settings, UNCACHED)), "");
    var uncached = new double[STARTS];
    var cached = new double[STARTS];
    for (var i = 0; i < STARTS; i++) {
      uncached[i] = start(stage, home, settings, UNCACHED);
      cached[i] = start(stage, home, settings);
    }
    var median = ", median of " + STARTS;
    report.row("later start " + where, seconds(Figure.median(uncached)) + median, "");
    report.row(
        "later start with the AOT cache " + where, seconds(Figure.median(cached)) + median, target);
    try (var server = stage.start(home, settings)) {
      Stage.awaitReady(server);
      Thread.sleep(IDLE_MILLIS);
      report.row("memory idle " + where, server.residentMemory() + " MiB", "150 MiB");
    }
  }

  private static double start(
      Stage stage, Path home, Map<String, String> settings, String... options)
      throws IOException, InterruptedException {
    try (var server = stage.start(home, settings, options)) {
      return Stage.awaitReady(server);
    }
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  static String url(DatabaseAccess access) {
    return "%s%suser=%s&password=%s"
        .formatted(
            access.url(),
            access.url().contains("?") ? "&" : "?",
            access.user(),
            access.password().reveal());
  }
}
