package dev.latchkey.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditQuery;
import dev.latchkey.domain.audit.EventKind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FindEventsTest {
  private final House house = new House();
  private final FindEvents findEvents = new FindEvents(house.stores.audit());
  private final NoteDenial noteDenial = new NoteDenial(house.stores.audit(), house.clock);

  @Test
  @Tag("C115")
  void findsForAnAdminOnly() {
    var anna = house.registered("anna@x.test");
    var admin = house.caller(house.admin("root@x.test"));

    var found = findEvents.find(admin, AuditQuery.about(anna.id(), 10)).orElseThrow();

    assertThat(found.entries())
        .extracting(entry -> entry.event().kind())
        .containsExactly(EventKind.USER_REGISTERED);
    var caller = house.caller(anna);
    assertThat(findEvents.find(caller, AuditQuery.all(10))).isEmpty();
    assertThat(findEvents.find(caller, AuditQuery.about(anna.id(), 10))).isEmpty();
  }

  @Test
  @Tag("C114")
  void notesADenialOnceAMinute() {
    var caller = house.caller(house.registered("bob@x.test"));
    house.clock.advance(
        Duration.between(house.now(), house.now().truncatedTo(ChronoUnit.HOURS).plusSeconds(3600)));

    noteDenial.note(caller, "GET /users");
    noteDenial.note(caller, "GET /audit");
    house.clock.advance(Duration.ofSeconds(60));
    noteDenial.note(caller, "GET /audit");

    var kind = EventKind.ACCESS_DENIED;
    assertThat(
            house
                .stores
                .audit()
                .search(new AuditQuery(null, null, kind, null, null, null, 10))
                .entries())
        .extracting(AuditEntry::event)
        .extracting(AuditEvent::detail)
        .containsExactly("GET /audit", "GET /users");
  }
}
