package dev.latchkey.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.limit.LimitName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the table of `docs/features/limits.md` to the limits that are in force by default.
class LimitsPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(LIMIT_[A-Z_]+)` \\| `([^`]+)` \\|");

  @Test
  void namesEveryLimitWithItsDefault() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "features", "limits.md"));
    var written =
        ROW.matcher(page)
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    var settings = ((SettingsReading.Accepted) Settings.read(Sources.of(Map.of()))).settings();

    assertThat(written.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(LimitName.values()).map(LimitForm::setting).toList());
    for (var name : LimitName.values()) {
      var documented = LimitForm.of(name).read(written.getOrDefault(LimitForm.setting(name), ""));
      assertThat(documented).as(name.name()).contains(settings.limits().limits().get(name));
    }
  }
}
