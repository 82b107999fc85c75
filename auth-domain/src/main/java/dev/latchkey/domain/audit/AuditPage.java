package dev.latchkey.domain.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of the events that a query asks for, the newest first.
///
/// @param next where the following page begins; null on the last page
public record AuditPage(List<AuditEntry> entries, AuditQuery.@Nullable Place next) {

  public AuditPage {
    entries = List.copyOf(entries);
  }
}
