package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.testkit.store.InMemoryStores;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages that the links in mails lead to.
@Tag("C091")
class AccountPagesTest {
  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @ParameterizedTest
  @ValueSource(strings = {"verify-email", "reset-password", "change-email"})
  void servesAPageThatLoadsNothingFromElsewhereAndRunsNoInlineScript(String page) {
    try (var server = RestServer.start(Map.of("micronaut.server.context-path", "/api/v1"))) {
      var client = server.client();

      var answer = client.get("/api/v1/account/" + page);

      assertThat(answer.header("Content-Type")).startsWith("text/html");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Content-Security-Policy"))
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
          .doesNotContain("unsafe");
      var html = answer.raw().body();
      assertThat(html).doesNotContain("{prefix}", "<style", " style=", "onclick", "<script>");
      assertThat(REFERENCE.matcher(html).results().map(found -> found.group(1)))
          .hasSize(3)
          .allMatch(path -> path.startsWith("/api/v1/account/assets/"))
          .allMatch(path -> client.get(path).status() == 200);
    }
  }

  @Test
  void redeemsNothingForWhoeverOnlyLooks() {
    var stores = new InMemoryStores();
    try (var server = RestServer.on(Ports.of(stores))) {
      var client = server.client();
      client.register("anna@x.test", RestServer.PASSWORD);
      var token = new Mailbox(stores).secretOf(MailKind.VERIFY_EMAIL);
      assertThat(token).hasSizeGreaterThanOrEqualTo(43);

      for (var method : List.of("GET", "HEAD", "GET")) {
        var path = "/account/verify-email?token=" + token;
        assertThat(client.send(method, path, null, null).status()).isEqualTo(200);
        assertThat(client.send(method, "/auth/email/verify?token=" + token, null, null).status())
            .isEqualTo(405);
      }

      assertThat(client.post("/auth/email/verify", "{\"token\":\"" + token + "\"}").status())
          .isEqualTo(204);
    }
  }

  @Test
  void servesNoOtherFiles() {
    try (var server = RestServer.start()) {
      for (var file : List.of("verify-email.html", "..%2Fdocs%2Fdocs.js", "x")) {
        assertThat(server.client().get("/account/assets/" + file).status()).isIn(400, 404);
      }
    }
  }
}
