package dev.latchkey.bootstrap.bench;

import dev.latchkey.bootstrap.bench.part.Growth;
import dev.latchkey.bootstrap.bench.part.Hash;
import dev.latchkey.bootstrap.bench.part.Isolation;
import dev.latchkey.bootstrap.bench.part.LogIn;
import dev.latchkey.bootstrap.bench.part.Overload;
import dev.latchkey.bootstrap.bench.part.Read;
import dev.latchkey.bootstrap.bench.part.Refresh;
import dev.latchkey.bootstrap.bench.part.Revocation;
import dev.latchkey.bootstrap.bench.part.Start;
import dev.latchkey.bootstrap.bench.part.Tokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Loads the service from this process and prints a table: what it does, beside what its parts
/// could do, measured in turns with it, and what is aimed at. Judges nothing.
public final class Benchmark {
  private static final Map<String, Supplier<Part>> PARTS =
      Map.of(
          "start", Start::new,
          "login", LogIn::new,
          "refresh", Refresh::new,
          "read", Read::new,
          "isolation", Isolation::new,
          "overload", Overload::new,
          "revocation", Revocation::new,
          "growth", Growth::new,
          "hash", Hash::new,
          "tokens", Tokens::new);

  private Benchmark() {}

  /// One part of the table.
  @FunctionalInterface
  public interface Part {
    void measure(Stage stage, Report report) throws Exception;
  }

  /// Measures.
  ///
  /// @param args the service's jar, and the parts that are wanted, separated by commas
  public static void main(String[] args) throws Exception {
    var wanted = List.of(args[1].split(","));
    var report = new Report(System.out);
    try (var stage = new Stage(Path.of(args[0]))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stage)));
      report.begin();
      for (var name : wanted) {
        part(name).measure(stage, report);
      }
      stage.reportMemory(report);
    }
  }

  /// Where the benchmark is stopped half-way.
  private static void end(Stage stage) {
    try {
      stage.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Part part(String name) {
    var part = PARTS.get(name);
    if (part == null) {
      throw new IllegalArgumentException("no part " + name + ", but " + PARTS.keySet());
    }
    return part.get();
  }
}
