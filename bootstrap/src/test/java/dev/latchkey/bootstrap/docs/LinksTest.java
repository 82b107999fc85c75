package dev.latchkey.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    var broken =
        pages().stream()
            .flatMap(page ->
                page.links().stream()
                    .filter(link -> !resolves(page, link))
                    .map(link -> ROOT.relativize(page.path()) + " -> " + link))
            .toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void theReadmeLeadsToTheContractOverHttp() throws IOException {
    var readme = MarkdownPage.read(ROOT.resolve("README.md"));

    assertThat(readme.links()).contains("docs/http-api.md", "docs/configuration.md");
  }

  @Test
  void everyDocumentIsReachedFromTheReadme() throws IOException {
    var readme = MarkdownPage.read(ROOT.resolve("README.md"));
    var reached =
        readme.links().stream()
            .filter(LinksTest::isRelative)
            .map(link -> ROOT.resolve(file(link)).normalize())
            .toList();

    var orphans =
        pages().stream()
            .map(MarkdownPage::path)
            .filter(page -> !page.equals(readme.path()))
            .filter(page -> reached.stream().noneMatch(target -> covers(target, page)))
            .toList();

    assertThat(orphans).isEmpty();
  }

  /// A link to a folder shows all that is in it.
  private static boolean covers(Path target, Path page) {
    return target.equals(page) || target.equals(page.getParent());
  }

  private static List<MarkdownPage> pages() throws IOException {
    try (var own = Files.list(ROOT);
        var docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(own, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .map(LinksTest::read)
          .toList();
    }
  }

  private static MarkdownPage read(Path path) {
    try {
      return MarkdownPage.read(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean resolves(MarkdownPage page, String link) {
    if (!isRelative(link)) {
      return true;
    }
    var target = page.path().resolveSibling(file(link)).normalize();
    var anchor = link.indexOf('#');
    return link.startsWith("#")
        ? page.hasAnchor(link.substring(1))
        : Files.exists(target)
            && (anchor < 0 || read(target).hasAnchor(link.substring(anchor + 1)));
  }

  private static boolean isRelative(String link) {
    return !link.matches("[a-z]+:.*");
  }

  private static String file(String link) {
    return link.replaceFirst("#.*", "");
  }
}
