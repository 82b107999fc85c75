package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The API's own description, with and without a prefix.
class OpenApiTest {
  private static final RestServer PLAIN = RestServer.start();
  private static final RestServer PREFIXED =
      RestServer.start(Map.of("micronaut.server.context-path", "/api/v1"));
  private static final JsonNode API = read(PLAIN.client().get("/openapi.yaml"));

  @AfterAll
  static void stop() {
    PLAIN.close();
    PREFIXED.close();
  }

  @Test
  void listsTheRoutesOfTheMatrixAndNoOthers() {
    var described = new TreeSet<String>();
    API.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            RouteMatrixTest.CALLS.stream().map(RouteMatrixTest.Call::toString).toList());
  }

  @Test
  void describesMessagesAndNothingOfTheDomain() {
    assertThat(names(API.at("/components/schemas")))
        .allMatch(name ->
            name.matches(
                ".*(Request|Response|Form|Error)|User|UserList|Session|SessionList|AuditEvent|AuditEventList|ApiKey|ApiKeyList|NewApiKey|Problem.*"));
    assertThat(API.toString()).doesNotContain("Caller", "`");
  }

  @Test
  void resolvesEveryReferenceAndUsesEverySchema() {
    var references = new TreeSet<String>();
    API.findValuesAsText("$ref").forEach(references::add);

    for (var reference : references) {
      assertThat(API.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    assertThat(names(API.at("/components/schemas")))
        .allMatch(name -> references.contains("#/components/schemas/" + name));
  }

  @Test
  void givesEachCallAnIdAnAnswerAndItsErrors() {
    var ids = new ArrayList<String>();
    for (var path : API.path("paths")) {
      for (var call : path) {
        ids.add(call.path("operationId").asText());
        assertThat(call.path("summary").asText()).isNotBlank();
        var statuses = names(call.path("responses"));
        assertThat(statuses).contains("4XX", "5XX").anyMatch(status -> status.startsWith("2"));
        assertThat(call.at("/responses/4XX/content").toString())
            .contains("$ref")
            .satisfiesAnyOf(
                content -> assertThat(content).contains("application/problem+json"),
                content -> assertThat(content).contains("TokenError"));
        for (var answer : call.path("responses")) {
          assertThat(answer.path("description").asText()).doesNotContain(" response");
        }
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void namesTheScopeOfEachCallThatTakesAnApiKey() {
    var taking = new TreeMap<String, String>();
    API.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(call -> {
                  var name = call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                  if (call.getValue().path("security").toString().contains("api_key")) {
                    taking.put(name, call.getValue().path("description").asText());
                  }
                }));

    assertThat(taking.keySet()).isEqualTo(ApiKeyRouteTest.TAKEN.keySet());
    assertThat(taking)
        .allSatisfy((call, description) ->
            assertThat(description)
                .isEqualTo(
                    "Takes an API key with the scope " + ApiKeyRouteTest.TAKEN.get(call) + "."));
  }

  @Test
  void asksForWhatIsNeededOnly() {
    assertThat(API.at("/components/schemas/UserRequest/required").isMissingNode()).isTrue();
    assertThat(API.at("/components/schemas/ProfileRequest/required").isMissingNode()).isTrue();
    assertThat(API.at("/components/schemas/RegisterRequest/required"))
        .extracting(JsonNode::asText)
        .containsExactly("email", "password");
  }

  @Test
  void saysWhereTheServiceIs() {
    var prefixed = read(PREFIXED.client().get("/api/v1/openapi.yaml"));
    var token = "/components/securitySchemes/password/flows/password/tokenUrl";

    assertThat(API.at("/servers/0/url").asText()).isEqualTo("/");
    assertThat(API.at(token).asText()).isEqualTo("/auth/token");
    assertThat(prefixed.at("/servers/0/url").asText()).isEqualTo("/api/v1");
    assertThat(prefixed.at(token).asText()).isEqualTo("/api/v1/auth/token");
    assertThat(names(prefixed.path("paths"))).isEqualTo(names(API.path("paths")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/api/v1"})
  void servesThePageAndItsAssets(String prefix) {
    var client = (prefix.isEmpty() ? PLAIN : PREFIXED).client();

    var page = client.get(prefix + "/docs");

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self';");
    assertThat(page.raw().body()).contains(prefix + "/openapi.yaml").doesNotContain("{prefix}");
    for (var asset :
        List.of("swagger-ui.css", "swagger-ui-bundle.js", "docs.js", "favicon-32x32.png")) {
      assertThat(page.raw().body()).contains(prefix + "/docs/" + asset);
      assertThat(client.get(prefix + "/docs/" + asset).status()).isEqualTo(200);
    }
    assertThat(client.get(prefix + "/docs/pom.properties").status()).isEqualTo(404);
  }

  @Test
  void keepsTheRestBelowThePrefixToo() {
    var client = PREFIXED.client();
    var registered =
        client.post(
            "/api/v1/auth/register", "{\"email\":\"p@x.test\",\"password\":\"correct horse\"}");

    assertThat(registered.header("Location")).isEqualTo("/api/v1/users/" + registered.text("id"));
    assertThat(client.get("/auth/health").status()).isEqualTo(404);
    assertThat(client.get("/api/v1/auth/health").status()).isEqualTo(200);
    assertThat(client.get("/api/v1/users").status()).isEqualTo(401);
  }

  @Test
  void hidesTheDescriptionWhereTold() {
    try (var server = RestServer.start(Map.of("latchkey.docs", "off"))) {
      assertThat(server.client().get("/docs").status()).isEqualTo(404);
      assertThat(server.client().get("/openapi.yaml").status()).isEqualTo(404);
    }
  }

  private static JsonNode read(RestClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/yaml");
    try {
      return new YAMLMapper().readTree(answer.raw().body());
    } catch (IOException e) {
      throw new AssertionError("no YAML", e);
    }
  }

  private static List<String> names(JsonNode node) {
    return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
        .toList();
  }
}
