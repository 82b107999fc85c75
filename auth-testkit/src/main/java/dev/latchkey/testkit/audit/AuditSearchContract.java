package dev.latchkey.testkit.audit;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditPage;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How events are found again. The audit need not be empty: every test's events concern users of
/// its own.
public interface AuditSearchContract {

  /// The audit, the same throughout a test.
  AuditLog audit();

  @Test
  default void keepsAnEventAsItIs() {
    var user = new UserId(UUID.randomUUID());
    var full =
        new AuditEvent(
            EventKind.ROLE_CHANGED,
            NOW,
            new Origin("request-1", new Client("2001:db8::7", "Sample/1.0 (Zoë)")),
            new UserId(UUID.randomUUID()),
            user,
            new SessionId(UUID.randomUUID()),
            new ApiKeyId(UUID.randomUUID()),
            "user>admin");
    var bare = event(EventKind.LOGIN_FAILED, user, NOW.minusSeconds(1));

    audit().append(full);
    audit().append(bare);

    assertThat(events(AuditQuery.about(user, 10))).containsExactly(full, bare);
  }

  @Test
  default void walksThroughEveryPageNewestFirst() {
    var user = new UserId(UUID.randomUUID());
    var times =
        Stream.of(
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00.1Z",
            "2026-01-01T00:00:00.100001Z",
            "2025-12-31T23:59:59.999999Z",
            "2026-01-01T00:00:01Z");
    var all = times.map(time -> appended(EventKind.LOGIN_FAILED, user, Instant.parse(time)));
    var expected = all.sorted((a, b) -> b.at().compareTo(a.at())).toList();

    for (var limit : List.of(1, 2, expected.size(), 100)) {
      assertThat(walk(AuditQuery.about(user, limit))).containsExactlyElementsOf(expected);
    }
  }

  @Test
  default void walksThroughEventsOfOneMoment() {
    var user = new UserId(UUID.randomUUID());
    IntStream.range(0, 20)
        .forEach(number -> audit().append(event(EventKind.LOGIN_FAILED, user, NOW)));

    var walked = entries(AuditQuery.about(user, 3));

    assertThat(walked).extracting(AuditEntry::id).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  default void passesNothingOverAndRepeatsNothingWhileOthersAppend() {
    var user = new UserId(UUID.randomUUID());
    var before =
        IntStream.range(0, 60)
            .mapToObj(number -> appended(EventKind.USER_EDITED, user, NOW.plusSeconds(number)))
            .toList();
    var others =
        CompletableFuture.runAsync(() ->
            IntStream.range(0, 200)
                .forEach(number ->
                    appended(EventKind.LOGIN_FAILED, user, NOW.plusSeconds(60 + number))));

    var walked = entries(AuditQuery.about(user, 3));
    others.join();

    assertThat(walked).extracting(AuditEntry::id).doesNotHaveDuplicates();
    assertThat(walked.stream().map(AuditEntry::event).filter(before::contains)).hasSize(60);
  }

  @Test
  default void filtersByUserActorAndKind() {
    var user = new UserId(UUID.randomUUID());
    var actor = new UserId(UUID.randomUUID());
    var own = appended(EventKind.LOGIN_SUCCEEDED, user, NOW.plusSeconds(2));
    var done = event(EventKind.USER_EDITED, user, NOW.plusSeconds(1)).by(actor);
    var elsewhere = event(EventKind.USER_EDITED, new UserId(UUID.randomUUID()), NOW).by(actor);
    audit().append(done);
    audit().append(elsewhere);

    assertThat(events(new AuditQuery(user, null, null, null, null, null, 10)))
        .containsExactly(own, done);
    assertThat(events(new AuditQuery(null, actor, null, null, null, null, 10)))
        .containsExactly(done, elsewhere);
    assertThat(events(new AuditQuery(user, actor, null, null, null, null, 10)))
        .containsExactly(done);
    assertThat(events(new AuditQuery(user, null, EventKind.LOGIN_SUCCEEDED, null, null, null, 10)))
        .containsExactly(own);
    assertThat(events(new AuditQuery(user, null, EventKind.USER_PURGED, null, null, null, 10)))
        .isEmpty();
  }

  @Test
  default void filtersByTime() {
    var user = new UserId(UUID.randomUUID());
    var first = appended(EventKind.USER_EDITED, user, NOW);
    var second = appended(EventKind.USER_EDITED, user, NOW.plusNanos(1_000));
    var third = appended(EventKind.USER_EDITED, user, NOW.plusNanos(2_000));

    assertThat(events(between(user, second.at(), null))).containsExactly(third, second);
    assertThat(events(between(user, null, second.at()))).containsExactly(first);
    assertThat(events(between(user, second.at(), third.at()))).containsExactly(second);
    assertThat(events(between(user, third.at(), first.at()))).isEmpty();
  }

  @Test
  default void hasNoNextPageAfterTheLastEvent() {
    var user = new UserId(UUID.randomUUID());
    appended(EventKind.USER_EDITED, user, NOW);
    appended(EventKind.USER_EDITED, user, NOW);

    assertThat(audit().search(AuditQuery.about(user, 2)).next()).isNull();
    assertThat(audit().search(AuditQuery.about(user, 1)).next()).isNotNull();
    assertThat(audit().search(AuditQuery.about(new UserId(UUID.randomUUID()), 1)))
        .isEqualTo(new AuditPage(List.of(), null));
  }

  @Test
  default void findsAllWhereNothingIsAskedFor() {
    var latest = appended(EventKind.USER_EDITED, new UserId(UUID.randomUUID()), latest());

    assertThat(events(AuditQuery.all(1))).containsExactly(latest);
  }

  private Instant latest() {
    var page = audit().search(AuditQuery.all(1)).entries();
    return page.isEmpty() ? NOW : page.get(0).event().at().plusSeconds(1);
  }

  private AuditEvent appended(EventKind kind, UserId user, Instant at) {
    var event = event(kind, user, at);
    audit().append(event);
    return event;
  }

  private List<AuditEvent> events(AuditQuery query) {
    return audit().search(query).entries().stream().map(AuditEntry::event).toList();
  }

  private List<AuditEvent> walk(AuditQuery query) {
    return entries(query).stream().map(AuditEntry::event).toList();
  }

  private List<AuditEntry> entries(AuditQuery query) {
    var walked = new ArrayList<AuditEntry>();
    AuditQuery.@Nullable Place place = null;
    do {
      var page = audit().search(query.after(place));
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(query.limit());
      walked.addAll(page.entries());
      place = page.next();
      assertThat(walked).hasSizeLessThan(1_000);
    } while (place != null);
    return walked;
  }

  private static AuditQuery between(UserId user, @Nullable Instant since, @Nullable Instant until) {
    return new AuditQuery(user, null, null, since, until, null, 10);
  }

  private static AuditEvent event(EventKind kind, UserId user, Instant at) {
    return AuditEvent.of(kind, at, Origin.UNKNOWN).about(user);
  }
}
