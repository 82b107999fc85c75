package dev.latchkey.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds `docs/configuration.md` to the table in the code. After a change of the table, `mvn
/// -Dlatchkey.docs.write=true` writes the page's own table anew.
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final String BEGIN = "<!-- settings: begin -->\n";
  private static final String END = "<!-- settings: end -->\n";

  @Test
  void describesEverySettingAsTheCodeReadsIt() throws IOException {
    var page = Files.readString(PAGE);
    var begin = page.indexOf(BEGIN) + BEGIN.length();
    var end = page.indexOf(END);
    if (Boolean.getBoolean("latchkey.docs.write")) {
      Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(end));
      return;
    }

    assertThat(page.substring(begin, end)).isEqualTo(table());
  }

  private static String table() {
    return Catalogue.ALL.stream()
        .map(ConfigurationPageTest::line)
        .collect(
            Collectors.joining(
                "", "| name | allowed | default | |\n| --- | --- | --- | --- |\n", ""));
  }

  private static String line(Setting<?> setting) {
    var others =
        setting.spellings().stream()
            .skip(1)
            .map(spelling -> "`" + spelling.name() + "`")
            .collect(Collectors.joining(", "));
    var names = "`" + setting.name() + "`" + (others.isEmpty() ? "" : " (also " + others + ")");
    return "| %s | %s | %s | %s%s |\n"
        .formatted(
            names,
            setting.form().allowed(),
            setting.standing() ? standing(setting.fallback()) : setting.fallback(),
            setting.description(),
            setting.secret() ? "; secret" : "");
  }

  private static String standing(String fallback) {
    return fallback.isEmpty() ? "empty" : "`" + fallback + "`";
  }
}
