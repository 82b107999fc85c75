package com.example.accounts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.port.SecretStore;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.testkit.secret.SecretStoreContract;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcSecretStoreTest implements SecretStoreContract {
  private static final JdbcSecretStore STORE = store("secrets", "schema.sql");

  @Override
  public SecretStore secrets() {
    return STORE;
  }

  @Test
  void saysThatTheDatabaseCannotAnswer() {
    var store = store("without_tables");

    assertThatThrownBy(() -> store.keep("signing", new byte[32])).isInstanceOf(Unavailable.class);
  }

  private static JdbcSecretStore store(String database, String... scripts) {
    var source = new DriverManagerDataSource("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1");
    for (var script : scripts) {
      DatabasePopulatorUtils.execute(
          new ResourceDatabasePopulator(new ClassPathResource(script)), source);
    }
    return new JdbcSecretStore(JdbcClient.create(source));
  }
}
