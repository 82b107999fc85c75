package dev.latchkey.testkit.audit;

import static dev.latchkey.testkit.sample.SampleUsers.NOW;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditPage;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.port.AuditLog;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.testkit.store.InMemoryStores;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Audits with one fault each fail the contract.
class AuditCanariesTest {

  @Test
  void failsWherePagesBeginByTimeAlone() {
    var broken =
        new Sound() {
          @Override
          public AuditPage search(AuditQuery query) {
            var after = query.after();
            return super.search(after == null ? query : until(query.after(null), after));
          }
        };

    assertFails(broken, AuditLogContract::walksThroughEventsOfOneMoment);
  }

  private static AuditQuery until(AuditQuery query, AuditQuery.Place place) {
    return new AuditQuery(
        query.user(), query.actor(), query.kind(), query.since(), place.at(), null, query.limit());
  }

  @Test
  void failsWherePagesAreCounted() {
    var broken =
        new Sound() {
          private int seen;

          @Override
          public AuditPage search(AuditQuery query) {
            seen = query.after() == null ? 0 : seen + query.limit();
            var user = Objects.requireNonNull(query.user());
            append(edited(user));
            var all = super.search(AuditQuery.about(user, AuditQuery.MAX_LIMIT)).entries();
            var shown = all.subList(seen, Math.min(all.size(), seen + query.limit()));
            var more = seen + 2 * query.limit() < all.size();
            return new AuditPage(shown, more ? shown.get(0).place() : null);
          }
        };

    assertFails(broken, AuditLogContract::passesNothingOverAndRepeatsNothingWhileOthersAppend);
  }

  private static AuditEvent edited(UserId user) {
    return AuditEvent.of(EventKind.LOGIN_FAILED, NOW.plusSeconds(9_000), Origin.UNKNOWN)
        .about(user);
  }

  @Test
  void failsWhereEverythingIsAppended() {
    var broken =
        new Sound() {
          @Override
          public void appendOncePerMinute(AuditEvent event) {
            append(event);
          }
        };

    assertFails(broken, AuditLogContract::keepsTheFirstOfAMinute);
  }

  @Test
  void failsWhereTheAuditLooksBeforeItAppends() {
    var broken =
        new Sound() {
          @Override
          public void appendOncePerMinute(AuditEvent event) {
            var user = Objects.requireNonNull(event.user());
            var isFirst = search(AuditQuery.about(user, 1)).entries().isEmpty();
            LockSupport.parkNanos(5_000_000);
            if (isFirst) {
              append(event);
            }
          }
        };

    assertFails(broken, AuditLogContract::keepsOneWhereManyAppendAtOnce);
  }

  private static void assertFails(AuditLog broken, Consumer<AuditLogContract> test) {
    AuditLogContract contract = () -> broken;
    assertThatThrownBy(() -> test.accept(contract)).isInstanceOf(AssertionError.class);
  }

  private static class Sound implements AuditLog {
    private final AuditLog audit = new InMemoryStores().audit();

    @Override
    public void append(AuditEvent event) {
      audit.append(event);
    }

    @Override
    public void appendOncePerMinute(AuditEvent event) {
      audit.appendOncePerMinute(event);
    }

    @Override
    public AuditPage search(AuditQuery query) {
      return audit.search(query);
    }
  }
}
