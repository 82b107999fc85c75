package dev.latchkey.bootstrap.command;

import dev.latchkey.application.admin.LineOutcome;
import dev.latchkey.application.admin.LineOutcome.Result;
import dev.latchkey.domain.WireName;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says line by line what became of an import, and sums it up.
final class ImportReport implements Consumer<LineOutcome> {
  private final PrintWriter output;
  private final @Nullable PrintWriter complete;
  private final Consumer<ImportReport> afterEach;
  private final Runnable beforePrinting;
  private final Map<Result, Long> counts = new EnumMap<>(Result.class);
  private long lastLine;

  /// @param output gets a line for every user that was refused or skipped
  /// @param complete gets a line for every user; null for nobody
  ImportReport(
      PrintWriter output,
      @Nullable PrintWriter complete,
      Runnable beforePrinting,
      Consumer<ImportReport> afterEach) {
    this.output = output;
    this.complete = complete;
    this.beforePrinting = beforePrinting;
    this.afterEach = afterEach;
  }

  @Override
  public void accept(LineOutcome outcome) {
    counts.merge(outcome.result(), 1L, Long::sum);
    lastLine = outcome.line();
    var text = text(outcome);
    if (complete != null) {
      complete.println(text);
    }
    if (outcome.result() != Result.IMPORTED) {
      beforePrinting.run();
      output.println(text);
    }
    afterEach.accept(this);
  }

  private static String text(LineOutcome outcome) {
    var who = outcome.who().isEmpty() ? "" : " " + outcome.who();
    var why =
        switch (outcome.result()) {
          case IMPORTED -> "";
          case SKIPPED -> " is there already";
          case REFUSED ->
              outcome.violations().stream()
                  .map(violation -> violation.field() + ": " + violation.detail())
                  .collect(Collectors.joining(" ", " - ", ""));
        };
    var result = WireName.of(outcome.result());
    return "line %d: %s%s%s".formatted(outcome.line(), result, who, why);
  }

  /// The number of the last line whose fate is known; 0 before the first.
  long lastLine() {
    return lastLine;
  }

  boolean hasRefusals() {
    return count(Result.REFUSED) > 0;
  }

  String summary() {
    return "%d imported, %d there already, %d refused."
        .formatted(count(Result.IMPORTED), count(Result.SKIPPED), count(Result.REFUSED));
  }

  private long count(Result result) {
    return counts.getOrDefault(result, 0L);
  }
}
