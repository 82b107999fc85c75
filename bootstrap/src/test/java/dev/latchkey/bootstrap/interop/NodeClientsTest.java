package dev.latchkey.bootstrap.interop;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients for Node that nobody here wrote get along with the service.
@Timeout(300)
class NodeClientsTest {
  @TempDir private static Path home;
  private static Deployment deployment;

  @BeforeAll
  static void start() {
    NodeScripts.install();
    deployment = Deployment.start(home);
  }

  @AfterAll
  static void stop() {
    if (deployment != null) {
      deployment.close();
    }
  }

  @Test
  void setThemselvesUpAndGetRefreshExamineAndRevokeTokens() {
    run("openid-client");
  }

  @Test
  void findAccessTokensToBeOfTheirProfile() {
    run("oauth4webapi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "EdDSA", "RS256"})
  void checkTokensBeforeAndAfterARotationAndNotByAKeyTakenOut(String algorithm) {
    deployment.change(algorithm);

    run("jose");
  }

  private static void run(String script) {
    NodeScripts.run(script, deployment.environment(), deployment::operate);
  }
}
