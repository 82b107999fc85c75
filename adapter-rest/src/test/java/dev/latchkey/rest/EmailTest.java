package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.testkit.store.InMemoryStores;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How an address is verified, and changed.
class EmailTest {
  private final InMemoryStores stores = new InMemoryStores();
  private final RestServer server = RestServer.on(Ports.of(stores));
  private final Mailbox mailbox = new Mailbox(stores);
  private final RestClient client = server.client();
  private RestClient me = client;

  @BeforeEach
  void register() {
    me = client.as("anna@x.test");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("C101")
  void verifiesTheAddressByTheLinkOnce() {
    var token = mailbox.secretOf(MailKind.VERIFY_EMAIL);
    assertThat(me.get("/auth/me").json().path("is_verified").asBoolean()).isFalse();

    assertThat(verify(token).status()).isEqualTo(204);

    assertThat(verify(token).status()).isEqualTo(400);
    assertThat(verify(token).code()).isEqualTo("invalid_token");
    assertThat(me.get("/auth/me").json().path("is_verified").asBoolean()).isTrue();
  }

  @Test
  void sendsAnotherLinkAndAnswersAlikeWhoeverHasTheAddress() {
    client.register("bob@x.test", RestServer.PASSWORD);
    verify(mailbox.secretOf(MailKind.VERIFY_EMAIL));
    var before = mailbox.size();
    var answers = new HashSet<String>();

    for (var address : List.of("anna@x.test", "bob@x.test", "nobody@x.test")) {
      var answer = client.post("/auth/email/verification", "{\"email\":\"" + address + "\"}");
      answers.add(answer.status() + answer.raw().body() + answer.raw().headers().map().keySet());
    }

    assertThat(answers).hasSize(1).first().asString().startsWith("202");
    assertThat(mailbox.size()).isEqualTo(before + 1);
    assertThat(verify(mailbox.secretOf(MailKind.VERIFY_EMAIL)).status()).isEqualTo(204);
  }

  @Test
  @Tag("C102")
  void changesTheAddressOnceTheNewOneIsProved() {
    assertThat(change("new@x.test", "wrong password").code()).isEqualTo("wrong_password");
    assertThat(change("new@x.test", RestServer.PASSWORD).status()).isEqualTo(202);
    assertThat(me.get("/auth/me").text("email")).isEqualTo("anna@x.test");
    assertThat(client.logIn("anna@x.test", RestServer.PASSWORD).status()).isEqualTo(200);

    assertThat(verify(mailbox.secretOf(MailKind.CONFIRM_EMAIL_CHANGE)).status()).isEqualTo(204);

    assertThat(me.get("/auth/me").text("email")).isEqualTo("new@x.test");
    assertThat(client.logIn("anna@x.test", RestServer.PASSWORD).status()).isEqualTo(401);
    assertThat(client.logIn("new@x.test", RestServer.PASSWORD).status()).isEqualTo(200);
    assertThat(mailbox.of(MailKind.EMAIL_CHANGED))
        .hasSize(1)
        .allMatch(mail -> mail.to().display().equals("anna@x.test"));
  }

  @Test
  @Tag("C102")
  void answersAlikeForATakenAddressUntilTheLinkIsUsed() {
    client.register("bob@x.test", RestServer.PASSWORD);

    assertThat(change("bob@x.test", RestServer.PASSWORD).status()).isEqualTo(202);
    var answer = verify(mailbox.secretOf(MailKind.CONFIRM_EMAIL_CHANGE));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("email_taken");
  }

  @Test
  void refusesToChangeToWhatIsNoOtherAddress() {
    assertThat(change("nobody", RestServer.PASSWORD).status()).isEqualTo(400);
    assertThat(change("ANNA@x.test", RestServer.PASSWORD).status()).isEqualTo(400);
  }

  private RestClient.Answer change(String email, String password) {
    return me.post(
        "/auth/email/change", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private RestClient.Answer verify(String token) {
    return client.post("/auth/email/verify", "{\"token\":\"" + token + "\"}");
  }
}
