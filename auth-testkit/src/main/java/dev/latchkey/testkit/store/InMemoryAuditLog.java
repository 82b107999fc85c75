package dev.latchkey.testkit.store;

import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditPage;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.port.AuditLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps in memory what happened. Made by [InMemoryStores].
public final class InMemoryAuditLog implements AuditLog {
  /// Ids are compared as text, for `UUID` compares its halves as signed numbers.
  private static final Comparator<AuditQuery.Place> NEWEST_FIRST =
      Comparator.comparing(AuditQuery.Place::at)
          .thenComparing(place -> place.id().toString())
          .reversed();

  private final InMemoryState state;

  InMemoryAuditLog(InMemoryState state) {
    this.state = state;
  }

  @Override
  public void append(AuditEvent event) {
    state.atomically(() -> state.append(event));
  }

  @Override
  public void appendOncePerMinute(AuditEvent event) {
    state.atomically(() -> {
      if (events().stream().noneMatch(older -> isOfOneMinute(older, event))) {
        state.append(event);
      }
    });
  }

  private static boolean isOfOneMinute(AuditEvent older, AuditEvent event) {
    return older.kind() == event.kind()
        && minute(older).equals(minute(event))
        && Objects.equals(older.actor(), event.actor())
        && Objects.equals(older.user(), event.user())
        && Objects.equals(addressOfNobody(older), addressOfNobody(event));
  }

  private static Instant minute(AuditEvent event) {
    return event.at().truncatedTo(ChronoUnit.MINUTES);
  }

  private static @Nullable String addressOfNobody(AuditEvent event) {
    return event.actor() == null && event.user() == null ? event.origin().client().ip() : null;
  }

  @Override
  public AuditPage search(AuditQuery query) {
    var after = query.after();
    var rest =
        state.audit.stream()
            .filter(entry -> matches(entry.event(), query))
            .filter(entry -> after == null || NEWEST_FIRST.compare(entry.place(), after) > 0)
            .sorted(Comparator.comparing(AuditEntry::place, NEWEST_FIRST))
            .toList();
    var shown = rest.subList(0, Math.min(rest.size(), query.limit()));
    var more = shown.size() < rest.size();
    return new AuditPage(shown, more ? shown.get(shown.size() - 1).place() : null);
  }

  private static boolean matches(AuditEvent event, AuditQuery query) {
    var since = query.since();
    var until = query.until();
    return isNullOr(query.user(), event.user())
        && isNullOr(query.actor(), event.actor())
        && isNullOr(query.kind(), event.kind())
        && (since == null || !event.at().isBefore(since))
        && (until == null || event.at().isBefore(until));
  }

  private static boolean isNullOr(@Nullable Object wanted, @Nullable Object actual) {
    return wanted == null || wanted.equals(actual);
  }

  /// All of it, in the order in which it was appended.
  public List<AuditEvent> events() {
    return state.audit.stream().map(AuditEntry::event).toList();
  }
}
