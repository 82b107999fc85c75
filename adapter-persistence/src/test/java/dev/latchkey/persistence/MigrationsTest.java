package dev.latchkey.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.testkit.race.Race;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTest {

  @Test
  void letsTwoNodesMigrateAnEmptyDatabaseAtOnce() {
    for (var round = 0; round < 5; round++) {
      var database = Postgres.createDatabase();
      Callable<Integer> node = () -> Migrations.apply(database);

      var applied = Race.among(List.of(node, node, node));

      assertThat(applied).containsExactlyInAnyOrder(Migrations.SCRIPTS.size(), 0, 0);
    }
  }

  @Test
  void appliesEveryScriptBesideTheTablesAndHistoryOfOthers() {
    var database = Postgres.createDatabase();
    Postgres.execute(database, "CREATE TABLE users (id int)");
    Postgres.execute(database, "CREATE TABLE flyway_schema_history (version text)");

    Migrations.apply(database);

    assertThat(Postgres.query(database, "SELECT count(*) FROM auth.users")).contains("0");
    var last = "SELECT version FROM auth.%s ORDER BY installed_rank DESC LIMIT 1";
    assertThat(Postgres.query(database, last.formatted(Migrations.HISTORY_TABLE)))
        .contains(Migrations.SCRIPTS.getLast().replaceAll("V(\\d+)__.*", "$1"));
    assertThat(Postgres.query(database, "SELECT count(*) FROM flyway_schema_history"))
        .contains("0");
  }

  @Test
  void knowsWithoutFlywayThatNothingIsToBeDone() {
    var database = Postgres.createDatabase();
    var dataSource = dataSource(database);

    assertThat(MigrationHistory.isComplete(dataSource)).isFalse();
    Migrations.apply(database);
    assertThat(MigrationHistory.isComplete(dataSource)).isTrue();
    assertThat(Migrations.apply(database)).isZero();
  }

  @Test
  void refusesToGoOnWhereAnAppliedScriptWasEditedSince() {
    var database = Postgres.createDatabase();
    Migrations.apply(database);
    Postgres.execute(
        database,
        "UPDATE auth.%s SET checksum = checksum + 1 WHERE version = '3'"
            .formatted(Migrations.HISTORY_TABLE));

    assertThatThrownBy(() -> Migrations.apply(database))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void leavesAHistoryWithAGapToFlyway() {
    var database = Postgres.createDatabase();
    Migrations.apply(database);
    Postgres.execute(
        database, "DELETE FROM auth.%s WHERE version = '1'".formatted(Migrations.HISTORY_TABLE));

    assertThat(MigrationHistory.isComplete(dataSource(database))).isFalse();
  }

  @Test
  void touchesNoSchemaOfOurNameThatHoldsTablesOfOthers() {
    var database = Postgres.createDatabase();
    Postgres.execute(database, "CREATE SCHEMA auth CREATE TABLE identities (id int)");

    assertThatThrownBy(() -> Migrations.apply(database)).isInstanceOf(FlywayException.class);
    assertThat(Postgres.query(database, "SELECT to_regclass('auth.users')")).isEmpty();
  }

  @Test
  void exportsSqlOnWhichTheStoresWork() {
    var database = Postgres.createDatabase();

    Postgres.execute(database, Migrations.script());

    try (var stores = JdbcStores.on(database)) {
      var samples = new SampleSessions(stores.users(), stores.sessions());
      var opening = samples.open(samples.register(), SampleUsers.NOW);
      assertThat(samples.refresh(opening.first(), SampleUsers.NOW)).isNotNull();
    }
  }

  @Test
  void exportsEveryScriptInOrder() {
    var dataSource = dataSource(Postgres.createDatabase());

    var scripts = Arrays.stream(Migrations.flyway(dataSource).info().all());

    assertThat(scripts.map(MigrationInfo::getScript)).containsExactlyElementsOf(Migrations.SCRIPTS);
  }

  private static PGSimpleDataSource dataSource(Database database) {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
    return dataSource;
  }
}
