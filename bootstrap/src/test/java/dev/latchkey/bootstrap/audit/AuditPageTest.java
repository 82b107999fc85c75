package dev.latchkey.bootstrap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds `docs/features/audit.md` to the code.
class AuditPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z_]+\\.[a-z_]+)` \\| \\w.* \\|$");

  @Test
  void describesEveryKindOnce() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "features", "audit.md"));

    assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(Arrays.stream(EventKind.values()).map(EventKind::code).toList());
  }
}
