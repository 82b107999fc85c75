package dev.latchkey.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:secret@db.test:5433/app",
        "postgres://ann:secret@db.test:5433/app",
        "jdbc:postgresql://ann:secret@db.test:5433/app",
        "jdbc:postgresql://db.test:5433/app?user=ann&password=secret",
        " postgresql://db.test:5433/app?password=secret&user=ann\n",
      })
  void readsAUrlHoweverItIsWritten(String url) {
    var database = Database.parse(url);

    assertThat(database.url()).startsWith("jdbc:postgresql://db.test:5433/app?");
    assertThat(database.user()).isEqualTo("ann");
    assertThat(database.password()).isEqualTo("secret");
    assertThat(database.url() + database).doesNotContain("secret");
  }

  @Test
  void readsItsOwnUrlAgain() {
    var once = Database.parse("postgresql://ann@db.test/app?options=-c%20geqo%3Doff");

    assertThat(Database.parse(once.url()).url()).isEqualTo(once.url());
  }

  @Test
  void decodesWhatIsPercentEncoded() {
    var database = Database.parse("postgresql://a%40b:p%2F%3A%25+%C3%A9@localhost/app");

    assertThat(database.user()).isEqualTo("a@b");
    assertThat(database.password()).isEqualTo("p/:%+é");
  }

  @Test
  void takesAnUnencodedAtSignInAPassword() {
    var database = Database.parse("postgresql://ann:p@ss@db.test/app");

    assertThat(database.password()).isEqualTo("p@ss");
    assertThat(database.url()).startsWith("jdbc:postgresql://db.test/app?");
  }

  @Test
  void readsSeveralHostsAndNone() {
    assertThat(Database.parse("postgres://one:5432,two:5433,[::1]:5434/app").url())
        .startsWith("jdbc:postgresql://one:5432,two:5433,[::1]:5434/app?");
    assertThat(Database.parse("postgresql:///app").url())
        .startsWith("jdbc:postgresql://localhost/app?");
  }

  @Test
  void boundsEveryWait() {
    assertThat(Database.parse("postgresql://db.test/app").url().split("[?&]"))
        .contains(
            "connectTimeout=2",
            "loginTimeout=3",
            "socketTimeout=10",
            "tcpKeepAlive=true",
            "targetServerType=primary",
            "ApplicationName=latchkey",
            "options=-c%20statement_timeout%3D5000%20-c%20lock_timeout%3D2000"
                + "%20-c%20idle_in_transaction_session_timeout%3D10000");
  }

  @Test
  void letsTheUrlWinOverTheDefaults() {
    var url =
        Database.parse(
                "postgresql://db.test/app?socketTimeout=60&connect_timeout=9&sslmode=require"
                    + "&target_session_attrs=any&options=-c%20geqo%3Doff")
            .url();

    assertThat(url.split("[?&]"))
        .contains(
            "socketTimeout=60",
            "connectTimeout=9",
            "sslmode=require",
            "targetServerType=any",
            "options=-c%20geqo%3Doff")
        .doesNotContain("socketTimeout=10", "connectTimeout=2", "targetServerType=primary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "mysql://ann:hunter2@db.test/app",
        "postgresql:ann:hunter2@db.test/app",
        "postgresql://ann:hunter2/@db.test/app",
        "postgresql://ann:hunter2%zz@db.test/app",
        "postgresql://db.test/app?hunter2",
      })
  void refusesWhatIsNoUrlWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> Database.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgresql://user:password@host:5432/database")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }
}
