package dev.latchkey.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.user.RoleName;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserPage;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.domain.user.UserQuery.Order;
import dev.latchkey.domain.user.UserQuery.Place;
import dev.latchkey.persistence.JdbcStores;
import dev.latchkey.persistence.Postgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Searches among more users than are looked at one by one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserSearchTest {
  private static final int USERS = 25_000;
  private static final RoleName ADMIN = RoleName.ADMIN;

  /// 1,000 `old` ones are the oldest and have the last addresses, 10 of them are admins, and every
  /// other admin is inactive. Everybody else is called `new`.
  private static final String FILL =
      """
      INSERT INTO auth.users (id, email, email_canonical, username, role, is_active, is_verified,
        created_at, updated_at, version)
      SELECT gen_random_uuid(), email, email, 'user' || n,
        CASE WHEN n <= 1000 AND n %% 100 = 0 THEN 'admin' ELSE 'user' END,
        n %% 200 <> 0, n %% 2 = 0, at, at, 0
      FROM generate_series(1, %d) n, LATERAL (
        SELECT CASE WHEN n <= 1000 THEN 'old' ELSE 'new' END || lpad(n::text, 6, '0')
          || '@example.test' AS email,
          timestamptz '2020-01-01Z' + n / 3 * interval '1 second' AS at)
      """;

  private final JdbcStores stores = JdbcStores.open();

  @BeforeAll
  void fill() {
    Postgres.execute(stores.database(), FILL.formatted(USERS));
    Postgres.execute(stores.database(), "ANALYZE auth.users");
  }

  @AfterAll
  void close() {
    stores.close();
  }

  @ParameterizedTest
  @EnumSource
  void findsManyThatLieAtTheFarEnd(Order order) {
    assertThat(walk("old", null, null, order)).isEqualTo(expected("email LIKE 'old%'", order));
  }

  @ParameterizedTest
  @EnumSource
  void findsFewThatLieAtTheFarEnd(Order order) {
    assertThat(walk("old0001", null, null, order))
        .isEqualTo(expected("email LIKE 'old0001%'", order));
    assertThat(walk("user77", null, null, order))
        .isEqualTo(expected("username LIKE 'user77%'", order));
  }

  @ParameterizedTest
  @EnumSource
  void findsFewOfARoleAmongManyOfAPrefix(Order order) {
    assertThat(walk("o", ADMIN, null, order)).isEqualTo(expected("role = 'admin'", order));
    assertThat(walk("n", ADMIN, null, order)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void listsARoleAndAState(Order order) {
    assertThat(walk(null, ADMIN, null, order)).isEqualTo(expected("role = 'admin'", order));
    assertThat(walk(null, ADMIN, false, order))
        .isEqualTo(expected("role = 'admin' AND NOT is_active", order));
    assertThat(walk(null, null, false, order)).isEqualTo(expected("NOT is_active", order));
    assertThat(walk(null, new RoleName("nobody"), null, order)).isEmpty();
  }

  @Test
  void countsWhatAFilterAndAPrefixMatch() {
    assertThat(total(null, null, null)).isEqualTo(USERS);
    assertThat(total(null, ADMIN, false)).isEqualTo(5);
    assertThat(total("old", null, null)).isEqualTo(1_000);
    assertThat(total("old", ADMIN, null)).isEqualTo(10);
    assertThat(total("old0001", ADMIN, null)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEWEST", "OLDEST"})
  void listsAStateByItsIndex(Order order) throws SQLException {
    var page = new UserQuery(null, null, false, null, order, null, 20, false);

    assertThat(plan(StateSelect.page(page)))
        .contains("users_state")
        .doesNotContain("Seq Scan", "users_created_at");
  }

  private String plan(UserSelect select) throws SQLException {
    try (var connection = Postgres.connect(stores.database());
        var statement = connection.prepareStatement("EXPLAIN " + select.sql());
        var result = statement.executeQuery()) {
      var lines = new ArrayList<String>();
      while (result.next()) {
        lines.add(result.getString(1));
      }
      return String.join("\n", lines);
    }
  }

  private List<String> walk(
      @Nullable String prefix, @Nullable RoleName role, @Nullable Boolean active, Order order) {
    var walked = new ArrayList<String>();
    Place place = null;
    do {
      var page = search(new UserQuery(prefix, role, active, null, order, place, 100, false));
      page.users().stream().map(User::email).forEach(email -> walked.add(email.canonical()));
      place = page.next();
    } while (place != null);
    return walked;
  }

  private @Nullable Long total(
      @Nullable String prefix, @Nullable RoleName role, @Nullable Boolean active) {
    return search(new UserQuery(prefix, role, active, null, Order.NEWEST, null, 1, true)).total();
  }

  private UserPage search(UserQuery query) {
    return stores.users().search(query);
  }

  private List<String> expected(String condition, Order order) {
    var ranking =
        switch (order) {
          case NEWEST -> "created_at DESC, id DESC";
          case OLDEST -> "created_at, id";
          case EMAIL -> "email_canonical";
          case EMAIL_DESCENDING -> "email_canonical DESC";
        };
    return Postgres.rows(
        stores.database(),
        "SELECT email_canonical FROM auth.users WHERE " + condition + " ORDER BY " + ranking,
        row -> row.getString(1));
  }
}
