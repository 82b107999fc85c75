package dev.latchkey.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Starts the service on a new embedded database, loads it from this process, and prints what it
/// does beside what its parts could do, measured in turns with it. Judges nothing.
public final class HttpBenchmark {
  private static final long SETTLING_MILLIS = 2_000;

  private final Path jar;
  private final Path home;
  private final Pattern wanted;
  private final List<Report.Row> rows = new ArrayList<>();

  private HttpBenchmark(Path jar, Path home, Pattern wanted) {
    this.jar = jar;
    this.home = home;
    this.wanted = wanted;
  }

  /// Measures.
  ///
  /// @param args the service's jar, and a pattern of which of `login`, `refresh` and `me`
  public static void main(String[] args) throws Exception {
    var home = Files.createTempDirectory("latchkey-bench");
    try {
      new HttpBenchmark(Path.of(args[0]), home, Pattern.compile(args[1])).run();
    } finally {
      delete(home);
    }
  }

  private void run() throws Exception {
    start("first start to first answer").close();
    try (var service = start("second start to first answer")) {
      Thread.sleep(SETTLING_MILLIS);
      rows.add(Report.Row.alone("resident memory, idle", service.residentMemory()));
      load(service.port());
      rows.add(Report.Row.alone("resident memory, after the load", service.residentMemory()));
    }
    new Report(rows).print(System.out);
  }

  private Service start(String name) throws Exception {
    var begin = System.nanoTime();
    var service = Service.start(jar, home);
    rows.add(Report.Row.of(name, service.awaitFirstAnswer(begin)));
    return service;
  }

  private void load(int port) throws Exception {
    var accounts = Accounts.register(port);
    try (var works = new HttpWorks(port, accounts)) {
      if (isWanted("login")) {
        rows.addAll(Rounds.compare(Argon2Limit.hashes(), List.of(works.logIn(4), works.logIn(32))));
      }
      if (isWanted("refresh")) {
        refresh(works, accounts);
      }
      if (isWanted("me")) {
        rows.addAll(Rounds.compare(works.liveness(64), List.of(works.me(64))));
      }
    }
  }

  private void refresh(HttpWorks works, Accounts accounts) throws Exception {
    try (var limit = RotationLimit.join(home)) {
      rows.addAll(Rounds.compare(limit.rotations(accounts.sessions(8)), List.of(works.refresh(8))));
    }
  }

  private boolean isWanted(String name) {
    return wanted.matcher(name).find();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
