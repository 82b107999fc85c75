package dev.latchkey.persistence.mail;

import static dev.latchkey.testkit.sample.SampleSessions.HASH;
import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.mail.Mail;
import dev.latchkey.domain.mail.MailKind;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Outbox;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.User;
import dev.latchkey.persistence.KeptInPostgres;
import dev.latchkey.persistence.Postgres;
import dev.latchkey.testkit.mail.OutboxContract;
import dev.latchkey.testkit.sample.SampleUsers;
import org.junit.jupiter.api.Test;

class JdbcOutboxTest extends KeptInPostgres implements OutboxContract {

  @Test
  void leavesAMailOfAnUnknownKindToWhoKnowsIt() {
    var newer = register();
    kind(newer, "OF_A_LATER_VERSION");
    var known = register();

    var claimed = outbox().claim(10, NOW, LEASE);

    assertThat(claimed).extracting(mail -> mail.mail().user()).containsExactly(known.id());
    kind(newer, "NEW_DEVICE");
    assertThat(outbox().claim(10, NOW, LEASE))
        .extracting(mail -> mail.mail().user(), ClaimedMail::attempt)
        .containsExactly(tuple(newer.id(), 1));
  }

  /// Somebody new, to whom there is a mail.
  private User register() {
    var user = SampleUsers.user();
    var mail = Mail.notice(MailKind.PASSWORD_CHANGED, user, Client.UNKNOWN, NOW);
    users().register(user, HASH, Consequences.NONE.with(mail));
    return user;
  }

  private void kind(User user, String kind) {
    Postgres.execute(
        stores.database(),
        "UPDATE auth.outbox SET kind = '%s' WHERE user_id = '%s'".formatted(kind, user.id()));
  }

  @Override
  public Outbox outbox() {
    return stores.context().getBean(Outbox.class);
  }
}
