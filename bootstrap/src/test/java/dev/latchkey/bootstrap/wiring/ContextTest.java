package dev.latchkey.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Secret;
import org.junit.jupiter.api.Test;

class ContextTest {

  @Test
  void aDatabaseThatDoesNotAnswerIsGivenUpWithinSeconds() {
    var database = Context.database(access("jdbc:postgresql://db.test/app?sslmode=verify-full"));

    assertThat(database.url().split("[?&]"))
        .contains("sslmode=verify-full", "connectTimeout=2", "socketTimeout=10")
        .anyMatch(parameter -> parameter.contains("statement_timeout"));
  }

  @Test
  void whatTheUrlSaysOfTimeoutsWins() {
    var database = Context.database(access("jdbc:postgresql://db.test/app?socketTimeout=3"));

    assertThat(database.url().split("[?&]")).contains("socketTimeout=3");
  }

  @Test
  void theDriverTellsNoRowsInItsErrors() {
    var database = Context.database(access("jdbc:postgresql://db.test/app"));

    assertThat(database.url()).contains("logServerErrorDetail=false");
  }

  private static DatabaseAccess access(String url) {
    return new DatabaseAccess(url, "latchkey", new Secret("test"));
  }
}
