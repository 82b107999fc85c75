package dev.latchkey.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.race.Race;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many at once.
@Timeout(300)
class CrowdTest {
  private static final String PASSWORD = "quite-long-enough";

  // One home for all, since its first start is the slow one.
  @TempDir private static Path home;

  @Test
  @Tag("C176")
  void answersEachOfAHundredPeopleForThemselves() {
    try (var service = start(Map.of())) {
      var browser = service.browser();

      var answers =
          Race.among(
              IntStream.range(0, 100)
                  .mapToObj(i -> (Callable<Seen>) () -> visit(browser, i))
                  .toList());

      assertThat(answers).allSatisfy(seen -> assertThat(seen.others()).isEmpty());
    }
  }

  /// What one person was answered that is somebody else's.
  private record Seen(List<Answer> others) {}

  private static Seen visit(Browser browser, int number) {
    var email = "visitor%d@example.test".formatted(number);
    var answers = new ArrayList<Answer>();
    answers.add(Browser.patiently(() -> browser.register(email, PASSWORD)));
    var pair = Browser.patiently(() -> browser.logIn(email, PASSWORD));
    for (var i = 0; i < 5; i++) {
      answers.add(pair);
      var token = pair.accessToken();
      answers.add(Browser.patiently(() -> browser.me(token)));
      var refreshToken = pair.refreshToken();
      pair = Browser.patiently(() -> browser.refresh(refreshToken));
    }
    var id = answers.getFirst().text("id");
    return new Seen(
        answers.stream()
            .filter(answer -> !answer.text("email").equals(email) || !answer.text("id").equals(id))
            .toList());
  }

  @Test
  @Tag("C161")
  @Tag("C174")
  void keepsAnsweringOthersWhileMoreLogInThanItCanHash() {
    var costly = Map.of("ARGON2_MEMORY_KIB", "65536", "ARGON2_ITERATIONS", "4");
    try (var service = start(costly)) {
      var browser = service.browser();
      assertThat(browser.register("crowd@example.test", PASSWORD).status()).isEqualTo(201);
      var pair = browser.logIn("crowd@example.test", PASSWORD);

      var crowd =
          CompletableFuture.supplyAsync(
              () -> Race.of(64, () -> browser.logIn("crowd@example.test", PASSWORD)));
      var others = new ArrayList<Answer>();
      while (!crowd.isDone()) {
        others.add(browser.get("/health/liveness"));
        others.add(browser.me(pair.accessToken()));
      }

      assertThat(others).extracting(Answer::status).containsOnly(200);
      var answers = crowd.join();
      assertThat(answers).extracting(Answer::status).contains(200, 503).containsOnly(200, 503);
      assertThat(answers).filteredOn(answer -> answer.status() == 503).allMatch(Answer::isBusy);
      assertThat(answers).extracting(answer -> answer.text("code")).contains("overloaded");
      assertThat(browser.logIn("crowd@example.test", PASSWORD).status()).isEqualTo(200);
    }
  }

  private static ServiceProcess start(Map<String, String> costs) {
    var settings = new HashMap<>(costs);
    settings.putAll(ServiceProcess.CROWDED);
    settings.put("LATCHKEY_HOME", home.toString());
    return ServiceProcess.start(settings);
  }
}
