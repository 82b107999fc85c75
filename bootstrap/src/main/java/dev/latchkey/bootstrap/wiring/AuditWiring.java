package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.audit.FindEvents;
import dev.latchkey.application.audit.NoteDenial;
import dev.latchkey.domain.port.AuditLog;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class AuditWiring {

  @Singleton
  FindEvents findEvents(AuditLog audit) {
    return new FindEvents(audit);
  }

  @Singleton
  NoteDenial noteDenial(AuditLog audit, InstantSource clock) {
    return new NoteDenial(audit, clock);
  }
}
