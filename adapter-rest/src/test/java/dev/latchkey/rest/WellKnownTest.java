package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other services find out by themselves.
class WellKnownTest {
  private static final Map<String, String> KEY =
      Map.of("kty", "OKP", "crv", "Ed25519", "x", "AAAA", "kid", "one", "alg", "EdDSA");

  private final RestServer server =
      RestServer.start(
          Map.of(
              "latchkey.public-url", "https://id.example.org",
              "micronaut.server.context-path", "/api/v1"));

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  @Tag("C123")
  void listsThePublicKeysForAnybodyToKeepAWhile() {
    server.publicKeys.add(KEY);

    var answer = server.client().get("/.well-known/jwks.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/keys/0/kid").asText()).isEqualTo("one");
    assertThat(answer.json().at("/keys/0")).hasSize(KEY.size());
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void listsNoKeyWhereASecretSigns() {
    assertThat(server.client().get("/.well-known/jwks.json").json().at("/keys")).isEmpty();
  }

  @Test
  void tellsThatTheKeysAreStillTheSame() {
    server.publicKeys.add(KEY);
    var tag = server.client().get("/.well-known/jwks.json").header("ETag");

    var same =
        server.client().send("GET", "/.well-known/jwks.json", null, null, "If-None-Match", tag);
    server.publicKeys.add(Map.of("kid", "two"));
    var other =
        server.client().send("GET", "/.well-known/jwks.json", null, null, "If-None-Match", tag);

    assertThat(same.status()).isEqualTo(304);
    assertThat(other.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oauth-authorization-server", "openid-configuration"})
  void advertisesWhatAnswersAndNothingElse(String document) {
    var answer = server.client().get("/.well-known/" + document);

    assertThat(answer.text("issuer")).isEqualTo("https://id.example.org");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
    answer
        .json()
        .properties()
        .forEach(member -> {
          if (member.getKey().endsWith("_endpoint") || member.getKey().endsWith("_uri")) {
            var path = URI.create(member.getValue().asText()).getPath();
            assertThat(server.client().get(path).status()).as(path).isIn(200, 405);
          }
        });
  }

  @Test
  void tellsClientsWhatTheyMayAskForAndHow() {
    var answer = server.client().get("/.well-known/oauth-authorization-server");

    assertThat(answer.text("introspection_endpoint"))
        .isEqualTo("https://id.example.org/api/v1/auth/introspect");
    assertThat(answer.text("revocation_endpoint"))
        .isEqualTo("https://id.example.org/api/v1/auth/revoke");
    assertThat(answer.json().get("grant_types_supported").toString())
        .isEqualTo("[\"password\",\"refresh_token\",\"client_credentials\"]");
    assertThat(answer.json().get("introspection_endpoint_auth_methods_supported").toString())
        .isEqualTo("[\"client_secret_basic\",\"client_secret_post\"]");
  }

  @Test
  @Tag("C127")
  void advertisesGrantsThatAreKnownAndWaysThatWork() {
    try (var plain = RestServer.start(Map.of("latchkey.public-url", "https://id.example.org"))) {
      var metadata = plain.client().get("/.well-known/oauth-authorization-server").json();
      var service = ServiceClient.register(plain, plain.admin("boss@example.test"), "service");
      var inForm = "token=x&client_id=service&client_secret=" + service.secret();

      for (var grant : metadata.path("grant_types_supported")) {
        var answer = plain.client().postForm("/auth/token", "grant_type=" + grant.asText());
        assertThat(answer.text("error")).isIn("invalid_request", "invalid_client");
      }
      for (var name : List.of("revocation", "introspection")) {
        var path = URI.create(metadata.path(name + "_endpoint").asText()).getPath();
        assertThat(metadata.path(name + "_endpoint_auth_methods_supported"))
            .extracting(JsonNode::asText)
            .containsExactly("client_secret_basic", "client_secret_post");
        assertThat(service.post(path, "token=x").status()).isEqualTo(200);
        assertThat(plain.client().postForm(path, inForm).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void namesTheIssuerThatIsSet() {
    try (var other =
        RestServer.start(
            Map.of(
                "latchkey.public-url", "https://id.example.org",
                "latchkey.issuer", "https://issuer.example.org"))) {
      var answer = other.client().get("/.well-known/oauth-authorization-server");

      assertThat(answer.text("issuer")).isEqualTo("https://issuer.example.org");
      assertThat(answer.text("token_endpoint")).isEqualTo("https://id.example.org/auth/token");
    }
  }
}
