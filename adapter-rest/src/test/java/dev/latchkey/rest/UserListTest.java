package dev.latchkey.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Listing and searching users.
class UserListTest {
  private static final RestServer SERVER = RestServer.start();
  private static final RestClient ADMIN = SERVER.admin("boss@example.test");

  static {
    for (int i = 0; i < 12; i++) {
      SERVER.client().register("user%02d@example.test".formatted(i), RestServer.PASSWORD);
      SERVER.clock.advance(java.time.Duration.ofSeconds(1));
    }
    SERVER
        .client()
        .post(
            "/auth/register",
            "{\"email\":\"percent@example.test\",\"password\":\"correct horse\",\"name\":\"100%_sure\"}");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "-email", "created_at", "-created_at"})
  void walksThroughAllPagesByLinks(String sort) {
    var seen = new ArrayList<String>();
    var page = ADMIN.get("/users?q=user&limit=5&sort=" + sort);
    var pages = 1;
    page.json().path("items").forEach(user -> seen.add(user.path("email").asText()));
    while (!page.header("Link").isEmpty()) {
      var link = page.header("Link");
      assertThat(link).endsWith(">; rel=\"next\"").contains(page.text("next_cursor"));
      page = ADMIN.get(link.substring(1, link.indexOf('>')));
      page.json().path("items").forEach(user -> seen.add(user.path("email").asText()));
      pages++;
    }

    var sorted = seen.stream().sorted().toList();
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    assertThat(seen).isEqualTo(sort.startsWith("-") ? sorted.reversed() : sorted);
    assertThat(page.json().has("next_cursor")).isFalse();
  }

  @Test
  @Tag("C017")
  void takesAPrefixLiterally() {
    assertThat(emails("q=%25")).isEmpty();
    assertThat(emails("q=_")).isEmpty();
    assertThat(emails("q=100%25_")).containsExactly("percent@example.test");
    assertThat(emails("q=user0%25")).isEmpty();
    assertThat(emails("q=USER01")).containsExactly("user01@example.test");
    for (var text :
        List.of(
            "' OR '1'='1", "\"; DROP TABLE users;--", "\\", "$1", "{{7*7}}", "${jndi:ldap://x}")) {
      assertThat(emails("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @Test
  void filtersAndCounts() {
    var page = ADMIN.get("/users?role=admin&is_active=true&is_verified=false&count=true");

    assertThat(page.status()).isEqualTo(200);
    assertThat(ADMIN.get("/users?count=true").json().path("total").asInt()).isEqualTo(14);
    assertThat(ADMIN.get("/users?role=user&count=true").json().path("total").asInt()).isEqualTo(13);
    assertThat(ADMIN.get("/users?is_active=false").json().path("items")).isEmpty();
    assertThat(ADMIN.get("/users").json().has("total")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=101",
        "limit=1000000",
        "limit=2147483648",
        "limit=1e309",
        "limit=9223372036854775808",
        "limit=NaN",
        "limit=0x10",
        "limit=",
        "limit=%C2%B2",
        "sort=password_hash",
        "sort=id;drop",
        "sort=",
        "sort=EMAIL",
        "role=ADMIN",
        "role=",
        "role=%00",
        "is_active=1",
        "is_active=TRUE",
        "is_active=",
        "is_verified=no",
        "count=yes",
        "page=1",
        "offset=9",
        "access=1",
        "q=%00",
        "q=a%07",
        "Q=x"
      })
  @Tag("C021")
  @Tag("C125")
  void refusesWhatItDoesNotKnow(String query) {
    var answer = ADMIN.get("/users?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isIn("validation_failed", "unknown_field");
    assertThat(answer.raw().body()).doesNotContain("drop", "password_hash");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=1&limit=2", "sort=email&sort=-email", "q=a&q=a", "limit=1&l%69mit=1"})
  @Tag("C018")
  void refusesAParameterThatIsGivenTwice(String query) {
    assertThat(FieldsTest.errors(ADMIN.get("/users?" + query)))
        .containsExactly("query conflicting_fields");
  }

  @Test
  @Tag("C018")
  void refusesAParameterThatIsGivenTwiceEverywhere() {
    for (var path : List.of("/auth/me", "/auth/stats", "/auth/sessions", "/health/liveness")) {
      assertThat(ADMIN.get(path + "?a=1&a=2").code()).isEqualTo("validation_failed");
    }
  }

  @Test
  @Tag("C125")
  void boundsLongQueries() {
    assertThat(ADMIN.get("/users?q=" + "a".repeat(255)).status()).isEqualTo(400);
    assertThat(ADMIN.get("/users?q=" + "a".repeat(254)).status()).isEqualTo(200);
    assertThat(ADMIN.get("/users?q=" + "%25".repeat(200)).json().path("items")).isEmpty();
    assertThat(ADMIN.get("/users?q=").status()).isEqualTo(200);
    assertThat(ADMIN.get("/users?limit=100").status()).isEqualTo(200);
  }

  @Test
  @Tag("C125")
  void refusesCursorsThatAreNone() {
    var real = ADMIN.get("/users?limit=1").text("next_cursor");
    var encoder = Base64.getUrlEncoder().withoutPadding();
    for (var forged :
        List.of(
            "",
            "x",
            "!!",
            real.substring(1),
            encoder.encodeToString("no space".getBytes(StandardCharsets.UTF_8)),
            encoder.encodeToString("1-1-1-1-1 2026".getBytes(StandardCharsets.UTF_8)),
            encoder.encodeToString(
                "0190a0a0-0000-7000-8000-00000000ffff yesterday".getBytes(StandardCharsets.UTF_8)),
            encoder.encodeToString(
                "0190a0a0-0000-7000-8000-00000000ffff a\u0000b".getBytes(StandardCharsets.UTF_8)),
            encoder.encodeToString(
                ("0190a0a0-0000-7000-8000-00000000ffff " + "x".repeat(2_000))
                    .getBytes(StandardCharsets.UTF_8)))) {
      assertThat(FieldsTest.errors(ADMIN.get("/users?cursor=" + forged)))
          .as(forged)
          .containsExactly("cursor invalid_value");
    }
  }

  @Test
  @Tag("C125")
  void refusesTheCursorOfAnotherOrder() {
    var byEmail = ADMIN.get("/users?limit=1&sort=email").text("next_cursor");
    var byAge = ADMIN.get("/users?limit=1&sort=created_at").text("next_cursor");

    for (var query :
        List.of("cursor=" + byEmail, "sort=email&cursor=" + byAge, "cursor=" + byAge)) {
      assertThat(FieldsTest.errors(ADMIN.get("/users?" + query)))
          .containsExactly("cursor invalid_value");
    }
  }

  private static List<String> emails(String query) {
    var emails = new ArrayList<String>();
    var answer = ADMIN.get("/users?" + query);
    assertThat(answer.status()).isEqualTo(200);
    answer.json().path("items").forEach(user -> emails.add(user.path("email").asText()));
    return emails;
  }
}
