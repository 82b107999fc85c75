package dev.latchkey.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/latchkey/bootstrap/docs/EmbeddingExample.java");
  private static final Pattern SNIPPET =
      Pattern.compile("(?s)// The README shows from here on\\.\\n(.*?) *// Up to here\\.");

  @Test
  void theSnippetOfTheReadmeRegistersAndLogsIn() {
    var user = EmbeddingExample.run();

    assertThat(user.email().display()).isEqualTo("ada@example.org");
    assertThat(user.lastLogin()).isNotNull();
  }

  @Test
  void theReadmeShowsTheSnippetThatIsRun() throws IOException {
    var readme = MarkdownPage.read(Path.of("..", "README.md"));
    var snippet = SNIPPET.matcher(Files.readString(SOURCE));

    assertThat(snippet.find()).isTrue();
    assertThat(readme.blocks("java"))
        .containsExactly(snippet.group(1).stripTrailing().stripIndent() + "\n");
  }
}
