package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Violation;
import dev.latchkey.rest.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The codes that clients match on.
class CodesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([0-9]{3})?.*$");

  @Test
  void documentsEachCodeOnce() throws IOException {
    var problems = Arrays.stream(ProblemCode.values()).map(ProblemCode::wireName);
    var faults = Arrays.stream(Violation.Code.values()).map(Violation.Code::wireName);

    assertThat(rows().stream().map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(problems, faults).toList());
  }

  @Test
  void documentsTheStatusOfEachProblem() throws IOException {
    var documented = rows();

    for (var code : ProblemCode.values()) {
      assertThat(documented)
          .contains(List.of(code.wireName(), Integer.toString(code.status().getCode())));
    }
  }

  private static List<List<String>> rows() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "http-api.md"));
    return ROW.matcher(page)
        .results()
        .map(row -> List.of(row.group(1), row.group(2) == null ? "" : row.group(2)))
        .toList();
  }
}
