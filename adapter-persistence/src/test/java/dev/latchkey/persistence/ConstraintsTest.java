package dev.latchkey.persistence;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.session.Opening;
import dev.latchkey.testkit.sample.SampleApiKeys;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database refuses from anybody.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstraintsTest {
  private final JdbcStores stores = JdbcStores.open();
  private final SampleSessions samples = new SampleSessions(stores.users(), stores.sessions());

  @AfterAll
  void closeStores() {
    stores.close();
  }

  @ParameterizedTest
  @CsvSource({"email_canonical, users_email_canonical_key", "username, users_username_key"})
  void refusesASecondUserOfOneName(String column, String constraint) {
    var user = SampleUsers.withProfile(SampleUsers.user(), SampleUsers.fullProfile());
    samples.register(user);
    var other = samples.register();

    assertRefused(
        """
        UPDATE auth.users SET %1$s = (SELECT %1$s FROM auth.users WHERE id = '%2$s')
        WHERE id = '%3$s'
        """
            .formatted(column, user.id(), other.id()),
        constraint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email_canonical = 'Ann@example.test'",
        "email_canonical = 'ann.example.test'",
        "email_canonical = 'ann@exämple.test'",
        "email_canonical = E'ann\\t@example.test'",
        "email_canonical = 'ann @example.test'",
        "email_canonical = repeat('a', 250) || '@b.test'",
        "username = 'Ann'",
        "username = 'a@b'",
        "username = 'a..b'",
        "username = 'ab'",
        "name = 'Ann', name_folded = NULL",
        "name = '', name_folded = ''",
        "image_url = 'http://example.test/a.png'",
        "role = 'Admin'",
        "role = ''",
        "version = -1",
        "password_hash = ''",
        "password_hash = repeat('x', 513)",
      })
  void refusesAUserInNoProperForm(String assignment) {
    var user = samples.register();

    assertRefused(
        "UPDATE auth.users SET %s WHERE id = '%s'".formatted(assignment, user.id()),
        "violates check constraint \"users_");
  }

  @Test
  void refusesASecondUnspentTokenOfASession() {
    var opening = opened();

    assertRefused(insertToken(opening, 1, "repeat('x', 32)", "NULL"), "refresh_token_one_unspent");
  }

  @Test
  void refusesASecondTokenOfAGeneration() {
    var opening = opened();

    assertRefused(
        insertToken(opening, 0, "repeat('x', 32)", "now()"), "refresh_token_generation_key");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 200})
  void refusesATokenInThePlaceOfItsDigest(int length) {
    var opening = opened();

    assertRefused(
        insertToken(opening, 1, "repeat('x', " + length + ")", "now()"),
        "refresh_token_hash_length");
  }

  @Test
  void refusesToEndASessionWithoutAReason() {
    var opening = opened();

    assertRefused(
        "UPDATE auth.session SET revoked_at = now() WHERE id = '%s'"
            .formatted(opening.session().id()),
        "session_revoked_with_reason");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE auth.users SET is_active = false WHERE role = 'admin'",
        "UPDATE auth.users SET role = 'user' WHERE role = 'admin'",
        "DELETE FROM auth.users",
      })
  void keepsAnActiveAdminEvenFromOneStatementThatTakesAll(String sql) {
    samples.register(SampleUsers.admin());
    samples.register(SampleUsers.admin());

    assertRefused(sql, "the last active admin stays");
  }

  @Test
  void erasesSessionsAndTokensWithTheirUser() {
    var opening = opened();

    Postgres.execute(
        stores.database(), "DELETE FROM auth.users WHERE id = '" + opening.session().user() + "'");

    assertThat(
            Postgres.query(
                stores.database(),
                "SELECT count(*) FROM auth.refresh_token WHERE session_id = '"
                    + opening.session().id()
                    + "'"))
        .contains("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest = ''",
        "name = ''",
        "name = repeat('n', 101)",
        "scopes = 'a  b'",
        "scopes = ' a'",
        "scopes = 'a\"b'",
        "scopes = repeat('s', 65)",
        "hint = ''",
        "expires_at = created_at"
      })
  void refusesAnApiKeyThatIsNone(String change) {
    var opening = opened();
    var user = opening.session().user();
    new SampleApiKeys(stores.apiKeys()).create(user, opening.session().id(), NOW);

    assertRefused(
        "UPDATE auth.api_key SET %s WHERE user_id = '%s'".formatted(change, user), "api_key_");
  }

  private Opening opened() {
    return samples.open(samples.register(), NOW);
  }

  private static String insertToken(
      Opening opening, int generation, String hash, String rotatedAt) {
    return """
    INSERT INTO auth.refresh_token
      (jti, session_id, generation, token_hash, issued_at, expires_at, key_id, rotated_at)
    VALUES (gen_random_uuid(), '%s', %d, %s::bytea, now(), now(), 'key', %s)
    """
        .formatted(opening.session().id(), generation, hash, rotatedAt);
  }

  private void assertRefused(String sql, String why) {
    assertThatThrownBy(() -> Postgres.execute(stores.database(), sql))
        .cause()
        .hasMessageContaining(why);
  }
}
