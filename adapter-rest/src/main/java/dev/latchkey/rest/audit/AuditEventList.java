package dev.latchkey.rest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.audit.AuditPage;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of events, the newest first; the cursor is absent on the last page.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEventList")
record AuditEventList(List<AuditEventResponse> items, @Nullable String nextCursor) {

  static AuditEventList of(AuditPage page) {
    return new AuditEventList(
        page.entries().stream().map(AuditEventResponse::of).toList(),
        page.next() == null ? null : AuditCursor.write(page.next()));
  }
}
