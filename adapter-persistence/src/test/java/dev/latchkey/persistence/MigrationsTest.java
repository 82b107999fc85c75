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
    assertThat(
            Postgres.query(database, "SELECT max(version) FROM auth." + Migrations.HISTORY_TABLE))
        .contains(Migrations.SCRIPTS.getLast().replaceAll("V(\\d+)__.*", "$1"));
    assertThat(Postgres.query(database, "SELECT count(*) FROM flyway_schema_history"))
        .contains("0");
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
    var dataSource = new PGSimpleDataSource();
    var database = Postgres.createDatabase();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());

    var scripts = Arrays.stream(Migrations.flyway(dataSource).info().all());

    assertThat(scripts.map(MigrationInfo::getScript)).containsExactlyElementsOf(Migrations.SCRIPTS);
  }
}
