package dev.latchkey.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Answer;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds `docs/features/metrics.md` and the dashboard to the figures of a service that runs.
class MetricsPageTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]*)\\|");
  private static final Pattern LABEL = Pattern.compile("`(\\w+)`");
  private static final Pattern LATE = Pattern.compile("jvm_gc_.*");

  @TempDir private static Path home;
  private static ServiceProcess service;
  private static Exposition page;

  @BeforeAll
  static void start() {
    var port = ServiceProcess.freePort();
    service =
        ServiceProcess.start(
            Map.of(
                "LATCHKEY_HOME", home.toString(),
                "MANAGEMENT_PORT", Integer.toString(port),
                // Nobody answers there: what is counted is that.
                "BREACH_CHECK_URL", "http://127.0.0.1:" + ServiceProcess.freePort() + "/range"));
    var browser = service.browser();
    browser.register("ann@example.test", "quite-long-enough");
    var pair = browser.logIn("ann@example.test", "quite-long-enough");
    browser.refresh(pair.refreshToken());
    page = new Exposition(service.browserOf(port).get("/metrics").body());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void showsEveryFigureThatIsDocumentedWithItsLabels() throws IOException {
    var shown = new TreeMap<>(page.described());
    var documented = documented();
    documented.keySet().removeIf(name -> LATE.matcher(name).matches() && !shown.containsKey(name));

    shown.keySet().retainAll(documented.keySet());

    assertThat(shown).isEqualTo(documented);
  }

  @Test
  void documentsEveryFigureOfItsOwn() throws IOException {
    var own = new TreeSet<>(page.families());
    own.removeIf(family -> !family.startsWith("latchkey_"));

    assertThat(own).isNotEmpty();
    assertThat(documented().keySet()).containsAll(own);
  }

  @Test
  void hasADashboardWhoseQueriesNameFiguresThatAreThere() throws IOException {
    var named = Dashboard.read(DOCS.resolve("grafana/latchkey.json")).metrics();

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(named.stream().filter(name -> !LATE.matcher(name).matches()))
        .isSubsetOf(page.samples());
  }

  @Test
  void tellsTheFiguresOnItsManagementPortOnly() {
    assertThat(service.browser().get("/metrics")).extracting(Answer::status).isEqualTo(401);
  }

  private static TreeMap<String, Set<String>> documented() throws IOException {
    var text = Files.readString(DOCS.resolve("features/metrics.md"));
    var table = text.split("<!-- metrics: (begin|end) -->", -1)[1];
    var rows = new TreeMap<String, Set<String>>();
    ROW.matcher(table).results().forEach(row -> rows.put(row.group(1), labels(row.group(2))));
    assertThat(rows).hasSizeGreaterThan(15);
    return rows;
  }

  private static Set<String> labels(String cell) {
    return LABEL
        .matcher(cell)
        .results()
        .map(label -> label.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
