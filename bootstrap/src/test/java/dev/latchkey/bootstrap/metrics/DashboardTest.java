package dev.latchkey.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// The dashboard can be imported as it is.
class DashboardTest {
  private static final int COLUMNS = 24;
  private final Dashboard dashboard =
      Dashboard.read(Path.of("..", "docs", "grafana", "latchkey.json"));

  DashboardTest() throws IOException {}

  @Test
  void isADashboardOfAVersionThatGrafanaReads() {
    var json = dashboard.json();

    assertThat(json.path("uid").asText()).isEqualTo("latchkey");
    assertThat(json.path("title").asText()).isEqualTo("Latchkey");
    assertThat(json.path("schemaVersion").asInt()).isBetween(36, 41);
    assertThat(json.path("id").isMissingNode()).as("no id of another Grafana").isTrue();
  }

  @Test
  void letsThePersonChooseTheDataSource() {
    var source = dashboard.variables().getFirst();

    assertThat(source.path("name").asText()).isEqualTo("datasource");
    assertThat(source.path("type").asText()).isEqualTo("datasource");
    assertThat(source.path("query").asText()).isEqualTo("prometheus");
    for (var panel : dashboard.panels()) {
      if (!panel.path("type").asText().equals("row")) {
        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        assertThat(panel.path("targets")).isNotEmpty().allSatisfy(DashboardTest::isWellFormed);
      }
    }
  }

  @Test
  void laysNoPanelOverAnother() {
    var ids = new HashSet<Integer>();
    var laid = new ArrayList<Rectangle>();

    for (var panel : dashboard.panels()) {
      var place = place(panel.path("gridPos"));
      assertThat(ids.add(panel.path("id").asInt())).isTrue();
      assertThat(panel.path("title").asText()).isNotBlank();
      assertThat(place.x + place.width).isLessThanOrEqualTo(COLUMNS);
      assertThat(laid).noneMatch(place::intersects);
      laid.add(place);
    }
    assertThat(laid).hasSizeGreaterThan(15);
  }

  private static void isWellFormed(JsonNode target) {
    assertThat(target.path("refId").asText()).matches("[A-F]");
    assertThat(target.at("/datasource/uid").asText()).isEqualTo("${datasource}");
    var query = target.path("expr").asText();
    assertThat(query).isNotBlank();
    assertThat(query.chars().filter(c -> "([{".indexOf(c) >= 0).count())
        .as(query)
        .isEqualTo(query.chars().filter(c -> ")]}".indexOf(c) >= 0).count());
  }

  private static Rectangle place(JsonNode grid) {
    return new Rectangle(
        grid.path("x").asInt(),
        grid.path("y").asInt(),
        grid.path("w").asInt(),
        grid.path("h").asInt());
  }
}
