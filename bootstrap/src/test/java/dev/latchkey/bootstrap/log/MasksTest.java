package dev.latchkey.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The last net under the log.
@Tag("C143")
class MasksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for ann.lee+x@x.test: no|for a***@x.test: no",
        "<ann@mail.x.test>,bob@y.test|<a***@mail.x.test>,b***@y.test",
        "zoë@x.test|z***@x.test",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln-_x now|eyJ*** now",
        "cut eyJhbGciOiJIUzI1NiJ9.eyJzdW|cut eyJ***",
        "with lkp_1yAbCdEfGhIjKlMn, lks_1yAbCdEfGh|with lkp_***, lks_***",
        "Bearer abcdefgh.ijkl-_~+/==|Bearer ***",
        "authorization: bearer abcdefghi|authorization: *** ***",
        "Basic YW5uOmNhbmFyeQ==|Basic ***",
        "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA is|$argon2id$*** is",
        "$2a$12$abcdefghijklmnopqrstuv|$2a$***",
        "'$pbkdf2-sha256$29000$c2FsdA$aGFzaA'|'$pbkdf2-sha256$***'",
        "postgresql://app:p@ss:w/rd@db:5432/auth|postgresql://***@db:5432/auth",
        "smtp://ann%40x.test:secret@mail.test|smtp://***@mail.test",
        "password=hunter2&x=1|password=***&x=1",
        "{\"new_password\":\"hunter \\\" 2\",\"a\":1}|{\"new_password\":***,\"a\":1}",
        "{\"refresh_token\":\"abc|{\"refresh_token\":***",
        "source=GET /verify?q=canary&a=b]|source=GET /verify?***]",
        "JWT_SECRET: q8Zt3vLw0x|JWT_SECRET: ***",
        "Set-Cookie: device=abc; Path=/|Set-Cookie: ***; Path=/"
      })
  void hidesWhatMustNotBeRead(String text, String masked) {
    assertThat(Masks.on(text)).isEqualTo(masked);
    assertThat(Masks.on(masked)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Latchkey is ready at http://localhost:8080",
        "jdbc:postgresql://db.test:5432/auth",
        "The database is not ready: Unavailable",
        "com.example.Thing@1b2c3d",
        "Shed: password hashing is at its limit",
        "basic words stay",
        "Is it there? Yes",
        "SELECT 1 FROM a WHERE b = ?"
      })
  void leavesTheRestAlone(String text) {
    assertThat(Masks.on(text)).isEqualTo(text);
  }

  @Test
  void endsSoonWhateverItReads() {
    for (var piece :
        new String[] {"a", "a.", "a#", "eyJ", "$2a$", "://", "password=", "\"", "@", "/?"}) {
      var text = piece.repeat(100_000);

      assertThat(Clean.value(text).length()).isLessThanOrEqualTo(256);
      assertThat(Clean.value("token=\"\\\"" + text).length()).isLessThanOrEqualTo(256);
      assertThat(Clean.value("token=\"" + "\\\"".repeat(100_000))).endsWith("…");
    }
  }

  @Test
  void recognisesASecretAlsoWhereTheTextIsCut() {
    var secret = "postgresql://app:canary-" + "x".repeat(9000) + "@db/auth";

    assertThat(Clean.message("a ".repeat(4000) + secret)).doesNotContain("canary");
    assertThat(Clean.value("a".repeat(230) + " password=canary-12345678901234567890"))
        .doesNotContain("canary");
  }
}
