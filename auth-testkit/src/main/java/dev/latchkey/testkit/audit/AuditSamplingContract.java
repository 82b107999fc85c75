package dev.latchkey.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.race.Race;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Of events that come again and again, one in a minute is kept.
public interface AuditSamplingContract {
  /// The first moment of a minute.
  Instant MINUTE = Instant.parse("2026-06-15T12:34:00Z");

  /// The audit, the same throughout a test.
  AuditLog audit();

  @Test
  default void keepsTheFirstOfAMinute() {
    var user = new UserId(UUID.randomUUID());
    var first = denied(user, MINUTE);
    var next = denied(user, MINUTE.plusSeconds(60));

    audit().appendOncePerMinute(first);
    audit().appendOncePerMinute(denied(user, MINUTE.plusNanos(59_999_999_000L)).saying("again"));
    audit().appendOncePerMinute(next);

    assertThat(events(AuditQuery.about(user, 10))).containsExactly(next, first);
  }

  @Test
  default void keepsOneOfEachUserAndKind() {
    var user = new UserId(UUID.randomUUID());
    var other = new UserId(UUID.randomUUID());
    var limited = AuditEvent.of(EventKind.RATE_LIMITED, MINUTE, Origin.UNKNOWN).about(user);

    audit().appendOncePerMinute(denied(user, MINUTE));
    audit().appendOncePerMinute(denied(other, MINUTE));
    audit().appendOncePerMinute(limited);

    assertThat(events(AuditQuery.about(user, 10)))
        .containsExactlyInAnyOrder(denied(user, MINUTE), limited);
    assertThat(events(AuditQuery.about(other, 10))).containsExactly(denied(other, MINUTE));
  }

  @Test
  default void tellsThoseWithoutANameApartByTheirAddress() {
    // No other test's events are of this minute.
    var minute = Instant.parse("2001-01-01T00:00:00Z").plusSeconds(60L * (short) hashCode());
    for (var ip : List.of("192.0.2.1", "192.0.2.2", "192.0.2.1")) {
      var origin = new Origin(null, new Client(ip, null));
      audit().appendOncePerMinute(AuditEvent.of(EventKind.LOGIN_THROTTLED, minute, origin));
    }

    var kept =
        events(
            new AuditQuery(
                null, null, EventKind.LOGIN_THROTTLED, minute, minute.plusSeconds(1), null, 10));
    assertThat(kept)
        .extracting(event -> event.origin().client().ip())
        .containsExactlyInAnyOrder("192.0.2.1", "192.0.2.2");
  }

  @Test
  default void keepsOneWhereManyAppendAtOnce() {
    for (var round = 0; round < 10; round++) {
      var user = new UserId(UUID.randomUUID());

      Race.of(
          16,
          () -> {
            audit().appendOncePerMinute(denied(user, MINUTE));
            return true;
          });

      assertThat(events(AuditQuery.about(user, 100))).hasSize(1);
    }
  }

  private List<AuditEvent> events(AuditQuery query) {
    return audit().search(query).entries().stream().map(AuditEntry::event).toList();
  }

  private static AuditEvent denied(UserId user, Instant at) {
    return AuditEvent.of(EventKind.ACCESS_DENIED, at, Origin.UNKNOWN).by(user).about(user);
  }
}
