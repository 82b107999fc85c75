package dev.latchkey.bootstrap.node;

import static dev.latchkey.bootstrap.node.TwoNodes.ADMIN;
import static dev.latchkey.bootstrap.node.TwoNodes.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.fault.Answer;
import dev.latchkey.bootstrap.fault.Browser;
import dev.latchkey.testkit.race.Race;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Calls that meet each other on two nodes.
@Timeout(300)
class NodeRaceTest {
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

  @RepeatedTest(5)
  @Tag("C072")
  void givesOneSuccessorToEveryoneWhoPresentsTheSameTokenAtOnce() {
    var pair = nodes.logIn(nodes.register().email());

    var answers = atOnce(64, (browser, i) -> browser.refresh(pair.refreshToken()));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers)
        .extracting(Answer::refreshToken)
        .doesNotContain("")
        .containsOnly(answers.getFirst().refreshToken());
    assertThat(answers).extracting(Answer::refresh).containsOnlyOnce("rotated");
    assertThat(nodes.b().me(pair.accessToken()).status()).isEqualTo(200);
    assertThat(nodes.b().refresh(answers.getFirst().refreshToken()).status()).isEqualTo(200);
  }

  @RepeatedTest(20)
  @Tag("C082")
  void leavesNothingAliveWhereALogOutMeetsARefresh() {
    var pair = nodes.logIn(nodes.register().email());

    var answers =
        atOnce(
            2,
            (browser, i) ->
                i == 0
                    ? browser.logOut(pair.refreshToken(), "session")
                    : browser.refresh(pair.refreshToken()));

    assertThat(answers.getFirst().status()).isEqualTo(200);
    assertThat(answers.getLast().status()).isIn(200, 401);
    assertThat(nodes.a().me(pair.accessToken()).status()).isEqualTo(401);
    assertThat(nodes.b().refresh(pair.refreshToken()).status()).isEqualTo(401);
    if (answers.getLast().status() == 200) {
      assertThat(nodes.a().me(answers.getLast().accessToken()).status()).isEqualTo(401);
      assertThat(nodes.b().refresh(answers.getLast().refreshToken()).status()).isEqualTo(401);
    }
  }

  @RepeatedTest(3)
  @Tag("C032")
  void registersOnlyOneOfManyWhoDifferInLetterCase() {
    var email = "racer" + System.nanoTime() + "@example.test";

    var answers = atOnce(50, (browser, i) -> browser.register(spelling(email, i), PASSWORD));

    assertThat(answers).extracting(Answer::status).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .extracting(answer -> answer.text("code"))
        .containsOnly("email_taken");
    assertThat(nodes.logIn(email).text("id")).isNotEmpty();
  }

  @Test
  @Tag("C124")
  void keepsAnAdminWhereTwoDemoteEachOther() {
    var root = new Admin(nodes.logIn(ADMIN));
    var user = nodes.register();
    var other = new Admin(nodes.logIn(user.email()));
    for (var round = 0; round < 20; round++) {
      var survivor = isAdmin(root) ? root : other;
      setRole(nodes.a(), survivor, survivor == root ? other : root, "admin");
      assertThat(isAdmin(root) && isAdmin(other)).isTrue();

      var answers =
          atOnce(
              2,
              (browser, i) ->
                  i == 0
                      ? setRole(browser, root, other, "user")
                      : setRole(browser, other, root, "user"));

      // Who asks when the other has already won is no admin any more, and sees nobody but
      // themselves.
      assertThat(answers)
          .extracting(Answer::status)
          .containsOnlyOnce(200)
          .isSubsetOf(200, 404, 409);
      assertThat(isAdmin(root)).isNotEqualTo(isAdmin(other));
    }
  }

  private record Admin(String id, String token) {
    Admin(Answer pair) {
      this(nodes.a().me(pair.accessToken()).text("id"), pair.accessToken());
    }
  }

  private static Answer setRole(Browser browser, Admin who, Admin whose, String role) {
    return browser.patch("/users/" + whose.id(), who.token(), "{\"role\": \"" + role + "\"}");
  }

  /// As the nodes say once they agree: the one that made the last change knows of it at once.
  private static boolean isAdmin(Admin admin) {
    while (true) {
      var role = nodes.b().me(admin.token()).text("role");
      if (role.equals(nodes.a().me(admin.token()).text("role"))) {
        return role.equals("admin");
      }
    }
  }

  private static String spelling(String email, int number) {
    var length = number % email.indexOf('@');
    return email.substring(0, length).toUpperCase(Locale.ROOT) + email.substring(length);
  }

  @FunctionalInterface
  private interface Call {
    Answer on(Browser browser, int number);
  }

  /// Half of them on each node; who is told that the service is busy comes again.
  private static List<Answer> atOnce(int callers, Call call) {
    return Race.among(
        IntStream.range(0, callers)
            .mapToObj(i ->
                (Callable<Answer>)
                    () -> Browser.patiently(() -> call.on(i % 2 == 0 ? nodes.a() : nodes.b(), i)))
            .toList());
  }
}
