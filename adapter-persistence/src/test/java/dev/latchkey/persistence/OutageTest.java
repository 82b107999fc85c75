package dev.latchkey.persistence;

import static dev.latchkey.testkit.sample.SampleSessions.GRACE;
import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleSessions.OTHER_HASH;
import static dev.latchkey.testkit.sample.SampleSessions.rotation;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.OpeningConsequences;
import dev.latchkey.domain.port.Unavailable;
import dev.latchkey.domain.session.EndReason;
import dev.latchkey.domain.session.Rotated;
import dev.latchkey.domain.user.LoginName;
import dev.latchkey.domain.user.UserQuery;
import dev.latchkey.testkit.sample.SampleSessions;
import dev.latchkey.testkit.sample.SampleUsers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that stops under us and comes back.
@Timeout(120)
class OutageTest {
  @TempDir private Path directory;

  @Test
  @Tag("C147")
  void saysSoWhileTheServerIsStoppedAndRecoversByItself() throws IOException {
    var server = start(0);
    var database = Database.parse(server.getJdbcUrl("postgres", "postgres"));
    Migrations.apply(database);
    try (var stores = JdbcStores.on(database)) {
      var samples = new SampleSessions(stores.users(), stores.sessions());
      var user = samples.register();
      var opening = samples.open(user, NOW);
      var rotation = rotation(opening.first(), NOW, GRACE);
      server.close();

      assertThat(
              List.<ThrowingCallable>of(
                  () -> stores.users().register(SampleUsers.user(), HASH, Consequences.NONE),
                  () -> stores.users().find(user.id()),
                  () -> stores.users().findCredentials(user.id()),
                  () -> stores.users().findCredentials(new LoginName.ByEmail(user.email())),
                  () -> stores.users().search(UserQuery.all(10)),
                  () -> stores.users().count(NOW),
                  () -> stores.users().update(user.deactivated(), NOW, Consequences.NONE),
                  () ->
                      stores
                          .users()
                          .changePassword(
                              user.id(), HASH, OTHER_HASH, null, NOW, Consequences.NONE),
                  () -> stores.users().purge(user.id(), Consequences.NONE),
                  () ->
                      stores
                          .sessions()
                          .open(SampleSessions.opening(user, NOW), OpeningConsequences.NONE),
                  () -> stores.sessions().rotate(rotation, Consequences.NONE),
                  () -> stores.sessions().findLive(opening.session().id(), NOW),
                  () -> stores.sessions().list(user.id(), NOW),
                  () ->
                      stores
                          .sessions()
                          .endAll(user.id(), EndReason.LOGGED_OUT, NOW, Consequences.NONE),
                  () -> stores.secrets().keep("name", new byte[] {1})))
          .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(Unavailable.class));

      try (var again = start(server.getPort())) {
        await()
            .ignoreExceptionsInstanceOf(Unavailable.class)
            .until(() -> stores.users().find(user.id()).isPresent());
        assertThat(again.getPort()).isEqualTo(server.getPort());
        assertThat(stores.sessions().rotate(rotation, Consequences.NONE))
            .isInstanceOf(Rotated.Spent.class);
      }
    }
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }
}
