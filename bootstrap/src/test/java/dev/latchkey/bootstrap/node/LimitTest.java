package dev.latchkey.bootstrap.node;

import static dev.latchkey.bootstrap.node.TwoNodes.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Browser;
import dev.latchkey.bootstrap.fault.ServiceProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Limits hold whichever node is asked.
@Timeout(300)
class LimitTest {
  private static final String WRONG = "not-the-password";

  @TempDir private static Path home;
  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = TwoNodes.start(home);
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  @Tag("C128")
  @Tag("C132")
  void countsWrongPasswordsOnBothNodesAndOverARestart() {
    var email = nodes.register().email();
    for (var node : new Browser[] {nodes.a(), nodes.b(), nodes.a()}) {
      assertThat(node.logIn(email, WRONG).status()).isEqualTo(401);
    }
    nodes.restartB();
    assertThat(nodes.b().logIn(email, WRONG).status()).isEqualTo(401);
    assertThat(nodes.a().logIn(email, WRONG).status()).isEqualTo(401);

    for (var node : new Browser[] {nodes.b(), nodes.a()}) {
      for (var password : new String[] {WRONG, PASSWORD}) {
        var stopped = node.logIn(email, password);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.text("code")).isEqualTo("rate_limited");
      }
    }
  }

  @Test
  void saysLoudlyThatLimitsAreOff(@TempDir Path elsewhere) {
    var off = Map.of("LATCHKEY_HOME", elsewhere.toString(), "RATE_LIMITS", "off");
    try (var service = ServiceProcess.start(off)) {
      var browser = service.browser();
      for (var i = 0; i < 30; i++) {
        assertThat(browser.logIn("nobody@example.test", WRONG).status()).isEqualTo(401);
      }
      assertThat(service.output()).contains("RATE_LIMITS IS OFF");
    }
  }
}
