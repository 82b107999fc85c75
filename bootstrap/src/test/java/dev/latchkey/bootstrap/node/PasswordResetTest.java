package dev.latchkey.bootstrap.node;

import static dev.latchkey.bootstrap.node.TwoNodes.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Answer;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.testkit.race.Race;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Resets of passwords, on two nodes.
@Timeout(300)
class PasswordResetTest {
  private static final String RENEWED = "walnut-otter-violin";
  private static final String OTHER = "teapot-gravel-lantern";

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

  @RepeatedTest(10)
  @Tag("C094")
  void endsSessionsTokensWaitsAndAPendingChangeOfAddressOnBothNodes() {
    var user = nodes.register();
    var sessions = Stream.generate(() -> nodes.logIn(user.email())).limit(5).toList();
    var moved = "moved-" + user.email();
    nodes.a().changeEmail(sessions.getFirst().accessToken(), moved, PASSWORD);
    var change = nodes.links().secretOf(moved, MailKind.CONFIRM_EMAIL_CHANGE);
    for (var i = 0; i < 5; i++) {
      assertThat(nodes.a().logIn(user.email(), OTHER).status()).isEqualTo(401);
    }
    assertThat(nodes.b().logIn(user.email(), PASSWORD).status()).isEqualTo(429);
    var older = forgotten(user.email());
    var secret = forgotten(user.email());

    assertThat(nodes.a().resetPassword(secret, RENEWED).status()).isEqualTo(204);

    for (var session : sessions) {
      assertThat(nodes.a().me(session.accessToken()).status()).isEqualTo(401);
      assertThat(nodes.b().me(session.accessToken()).status()).isEqualTo(401);
      assertThat(nodes.b().refresh(session.refreshToken()).status()).isEqualTo(401);
    }
    assertThat(nodes.b().resetPassword(older, OTHER).text("code")).isEqualTo("invalid_token");
    assertThat(nodes.b().verifyEmail(change).text("code")).isEqualTo("invalid_token");
    assertThat(nodes.b().logIn(user.email(), PASSWORD).status()).isEqualTo(401);
    assertThat(nodes.b().logIn(user.email(), RENEWED).status()).isEqualTo(200);
  }

  @RepeatedTest(50)
  @Tag("C095")
  void letsOneOfTwoResetsWithOneTokenWin() {
    var user = nodes.register();
    var secret = forgotten(user.email());

    var answers =
        Race.<Answer>among(
            List.of(
                () -> nodes.a().resetPassword(secret, RENEWED),
                () -> nodes.b().resetPassword(secret, OTHER)));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 400);
    var first = answers.getFirst().status() == 204;
    assertThat(nodes.b().logIn(user.email(), first ? RENEWED : OTHER).status()).isEqualTo(200);
    assertThat(nodes.a().logIn(user.email(), first ? OTHER : RENEWED).status()).isEqualTo(401);
  }

  private static String forgotten(String email) {
    assertThat(nodes.b().forgotPassword(email).status()).isEqualTo(202);
    return nodes.links().secretOf(email, MailKind.RESET_PASSWORD);
  }
}
