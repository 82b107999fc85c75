package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.testkit.store.InMemoryStores;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A forgotten password, from the request to the next log-in.
class PasswordResetTest {
  private static final String RENEWED = "purple monkey dishwasher";

  private final InMemoryStores stores = new InMemoryStores();
  private final RestServer server = RestServer.on(Ports.of(stores));
  private final Mailbox mailbox = new Mailbox(stores);
  private final RestClient client = server.client();

  @BeforeEach
  void register() {
    client.register("anna@x.test", RestServer.PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("C094")
  void setsANewPasswordByTheLinkAndEndsEverySession() {
    var pair = client.logIn("anna@x.test", RestServer.PASSWORD);

    var answer = reset(forgotten(), RENEWED);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.raw().body()).isEmpty();
    assertThat(client.with(pair.text("access_token")).get("/auth/me").status()).isEqualTo(401);
    assertThat(client.refresh(pair.text("refresh_token")).code()).isEqualTo("session_revoked");
    assertThat(client.logIn("anna@x.test", RestServer.PASSWORD).status()).isEqualTo(401);
    assertThat(client.logIn("anna@x.test", RENEWED).status()).isEqualTo(200);
    assertThat(mailbox.of(MailKind.PASSWORD_CHANGED)).hasSize(1);
  }

  @Test
  @Tag("C088")
  void answersAlikeWhoeverHasTheAddress() {
    var me = client.as("gone@x.test");
    me.delete("/users/" + me.get("/auth/me").text("id"));
    var answers = new HashSet<String>();

    for (var address : List.of("anna@x.test", "ANNA@x.test", "gone@x.test", "nobody@x.test")) {
      var answer = forgot("\"" + address + "\"");
      answers.add(answer.status() + answer.raw().body() + answer.raw().headers().map().keySet());
    }

    assertThat(answers).hasSize(1).first().asString().startsWith("202");
    assertThat(mailbox.of(MailKind.RESET_PASSWORD))
        .hasSize(2)
        .allMatch(mail -> mail.to().display().equals("anna@x.test"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"anna@x.test\",\"evil@x.test\"]",
        "\"anna@x.test,evil@x.test\"",
        "\"anna@x.test\\nevil@x.test\"",
        "\"anna@x.test%0aevil@x.test\"",
        "\"\"",
        "null"
      })
  @Tag("C090")
  void sendsNoMailForWhatIsNotOneAddress(String email) {
    var before = mailbox.size();

    assertThat(forgot(email).status()).isEqualTo(400);
    assertThat(mailbox.size()).isEqualTo(before);
  }

  @Test
  @Tag("C092")
  @Tag("C096")
  void refusesEveryTokenThatIsNotGoodAlike() {
    var verification = mailbox.secretOf(MailKind.VERIFY_EMAIL);
    var used = forgotten();
    client.register("bob@x.test", RestServer.PASSWORD);
    var other = mailbox.secretOf(MailKind.VERIFY_EMAIL);
    reset(used, RENEWED);
    var expired = forgotten();
    server.clock.advance(Duration.ofMinutes(30));
    var good = forgotten();

    for (var token : List.of("", "x", "A".repeat(43), verification, used, other, expired)) {
      var answer = reset(token, RestServer.PASSWORD);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid_token");
      assertThat(answer.json().size()).isEqualTo(6);
    }

    assertThat(verify(good).code()).isEqualTo("invalid_token");
    assertThat(reset(good, RestServer.PASSWORD).status()).isEqualTo(204);
    assertThat(verify(other).status()).isEqualTo(204);
  }

  @Test
  void tellsWhatIsWrongWithTheNewPasswordAndKeepsTheLinkGood() {
    var token = forgotten();

    var answer = reset(token, "password1");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("password_too_common");
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("password");
    assertThat(reset(token, RENEWED).status()).isEqualTo(204);
  }

  @Test
  @Tag("C121")
  void sendsAMailOnAnAdminsWordAndTellsTheAdminNothing() {
    var admin = server.admin("boss@x.test");
    var id = client.as("bob@x.test").get("/auth/me").text("id");

    var answer = admin.post("/users/" + id + "/password-reset", "");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.raw().body()).isEmpty();
    assertThat(mailbox.of(MailKind.RESET_PASSWORD))
        .hasSize(1)
        .allMatch(mail -> mail.to().display().equals("bob@x.test"));
    var secret = mailbox.secretOf(MailKind.RESET_PASSWORD);
    assertThat(stores.audit().events().toString()).doesNotContain(secret);
    assertThat(admin.get("/users/" + id).raw().body()).doesNotContain(secret);
    assertThat(client.logIn("bob@x.test", RestServer.PASSWORD).status()).isEqualTo(200);
    assertThat(reset(secret, RENEWED).status()).isEqualTo(204);
  }

  private String forgotten() {
    assertThat(forgot("\"anna@x.test\"").status()).isEqualTo(202);
    return mailbox.secretOf(MailKind.RESET_PASSWORD);
  }

  private RestClient.Answer forgot(String email) {
    return client.post("/auth/password/forgot", "{\"email\":" + email + "}");
  }

  private RestClient.Answer reset(String token, String password) {
    return client.post(
        "/auth/password/reset",
        "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
  }

  private RestClient.Answer verify(String token) {
    return client.post("/auth/email/verify", "{\"token\":\"" + token + "\"}");
  }
}
