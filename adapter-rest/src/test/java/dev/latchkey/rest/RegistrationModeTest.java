package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.user.AccountPolicy;
import dev.latchkey.domain.user.RegistrationMode;
import dev.latchkey.testkit.store.InMemoryStores;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What `REGISTRATION` and `REQUIRE_VERIFIED_EMAIL` do to the answers.
class RegistrationModeTest {
  private final InMemoryStores stores = new InMemoryStores();
  private final Mailbox mailbox = new Mailbox(stores);

  @Test
  @Tag("C031")
  void answersAlikeWhoeverHasTheAddressWhereRegistrationsArePrivate() {
    try (var server = server(RegistrationMode.PRIVATE, false)) {
      var client = server.client();
      server.createAdmin("verified@x.test", RestServer.PASSWORD);
      var me = client.as("gone@x.test");
      me.delete("/users/" + me.get("/auth/me").text("id"));
      var answers = new HashSet<String>();

      for (var name : List.of("new", "new", "verified", "gone")) {
        var hashes = server.hasher.hashes();
        var answer = client.register(name + "@x.test", "another good one");
        answers.add(answer.status() + answer.raw().body() + answer.raw().headers().map().keySet());
        assertThat(server.hasher.hashes()).isEqualTo(hashes + 1);
      }

      assertThat(answers).hasSize(1).first().asString().startsWith("202");
      assertThat(mailbox.of(MailKind.ACCOUNT_EXISTS))
          .hasSize(1)
          .allMatch(mail -> mail.to().display().equals("verified@x.test"));
      assertThat(client.logIn("verified@x.test", "another good one").status()).isEqualTo(401);
    }
  }

  @Test
  @Tag("C048")
  void letsTheReaderOfTheMailboxChooseWhereTwoHaveRegistered() {
    try (var server = server(RegistrationMode.PRIVATE, true)) {
      var client = server.client();
      client.register("anna@x.test", "password of A");
      var linkOfA = mailbox.secretOf(MailKind.VERIFY_EMAIL);
      assertThat(client.logIn("anna@x.test", "password of A").status()).isEqualTo(401);
      client.register("anna@x.test", "password of B");
      var link = mailbox.secretOf(MailKind.RESET_PASSWORD);

      assertThat(verify(client, linkOfA).code()).isEqualTo("invalid_token");
      var reset =
          client.post(
              "/auth/password/reset",
              "{\"token\":\"%s\",\"password\":\"password of the owner\"}".formatted(link));
      assertThat(reset.status()).isEqualTo(204);

      assertThat(client.logIn("anna@x.test", "password of A").status()).isEqualTo(401);
      assertThat(client.logIn("anna@x.test", "password of B").status()).isEqualTo(401);
      assertThat(client.logIn("anna@x.test", "password of the owner").status()).isEqualTo(200);
    }
  }

  @Test
  void registersNobodyWhereRegistrationIsClosed() {
    try (var server = server(RegistrationMode.CLOSED, false)) {
      var answer = server.client().register("anna@x.test", RestServer.PASSWORD);

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("registration_closed");
      assertThat(mailbox.size()).isZero();
    }
  }

  @Test
  @Tag("C049")
  void tellsOnlyWhoKnowsThePasswordThatTheAddressIsToBeVerified() {
    try (var server = server(RegistrationMode.OPEN, true)) {
      var client = server.client();
      client.register("anna@x.test", RestServer.PASSWORD);

      var right = client.logIn("anna@x.test", RestServer.PASSWORD);
      var form = client.postForm("/auth/token", "username=anna%40x.test&password=correct%20horse");
      var wrong = client.logIn("anna@x.test", "wrong password");

      assertThat(right.status()).isEqualTo(403);
      assertThat(right.code()).isEqualTo("email_not_verified");
      assertThat(form.status()).isEqualTo(400);
      assertThat(form.text("error")).isEqualTo("invalid_grant");
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.code()).isEqualTo("invalid_credentials");
      verify(client, mailbox.secretOf(MailKind.VERIFY_EMAIL));
      assertThat(client.logIn("anna@x.test", RestServer.PASSWORD).status()).isEqualTo(200);
    }
  }

  private RestServer server(RegistrationMode mode, boolean verifiedOnly) {
    return RestServer.on(Ports.of(stores), new AccountPolicy(mode, verifiedOnly));
  }

  private static RestClient.Answer verify(RestClient client, String token) {
    return client.post("/auth/email/verify", "{\"token\":\"" + token + "\"}");
  }
}
