package dev.latchkey.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEventTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @Test
  void addsToAnEventWithoutLosingWhatItHas() {
    var actor = new UserId(UUID.randomUUID());
    var user = new UserId(UUID.randomUUID());
    var session = new SessionId(UUID.randomUUID());
    var key = new ApiKeyId(UUID.randomUUID());
    var origin = new Origin("request-1", new Client("192.0.2.7", "Laptop/1.0"));

    var event =
        AuditEvent.of(EventKind.ROLE_CHANGED, NOW, origin)
            .by(actor)
            .about(user)
            .in(session)
            .with(key)
            .saying("user>admin");

    assertThat(event)
        .isEqualTo(
            new AuditEvent(
                EventKind.ROLE_CHANGED, NOW, origin, actor, user, session, key, "user>admin"));
  }

  @Test
  void findsEachKindByItsCodeAndNoOther() {
    for (var kind : EventKind.values()) {
      assertThat(EventKind.find(kind.code())).contains(kind);
      assertThat(kind.code()).matches("[a-z_]+[.][a-z_]+").hasSizeLessThanOrEqualTo(64);
    }
    assertThat(Arrays.stream(EventKind.values()).map(EventKind::code)).doesNotHaveDuplicates();
    assertThat(EventKind.find("USER_REGISTERED")).isEmpty();
  }

  @Test
  void takesNoRequestIdThatNoStoreCouldKeep() {
    assertThat(new Origin("r".repeat(64), Client.UNKNOWN).requestId()).hasSize(64);
    assertThatThrownBy(() -> new Origin("r".repeat(65), Client.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asksForOneToAHundredEvents() {
    var user = new UserId(UUID.randomUUID());
    var place = new AuditEntry(UUID.randomUUID(), event()).place();

    assertThat(AuditQuery.about(user, 100).after(place))
        .isEqualTo(new AuditQuery(user, null, null, null, null, place, 100));
    assertThat(AuditQuery.all(1).limit()).isEqualTo(1);
    assertThatThrownBy(() -> AuditQuery.all(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AuditQuery.all(101)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsAPageAsItWas() {
    var entry = new AuditEntry(UUID.randomUUID(), event());
    var entries = new ArrayList<>(List.of(entry));

    var page = new AuditPage(entries, entry.place());
    entries.clear();

    assertThat(page.entries()).containsExactly(entry);
    assertThat(entry.place().at()).isEqualTo(NOW);
  }

  private static AuditEvent event() {
    return AuditEvent.of(EventKind.LOGIN_FAILED, NOW, Origin.UNKNOWN);
  }
}
