package dev.latchkey.testkit.store;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.mail.ClaimedMail;
import dev.latchkey.domain.port.Consequences;
import dev.latchkey.domain.port.Outbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keeps in memory the mails that wait. Made by [InMemoryStores].
public final class InMemoryOutbox implements Outbox {
  private static final Comparator<KeptMail> LONGEST_WAITING =
      Comparator.comparing(KeptMail::due).thenComparing(KeptMail.ORDER);

  private final InMemoryState state;

  InMemoryOutbox(InMemoryState state) {
    this.state = state;
  }

  @Override
  public List<ClaimedMail> claim(int limit, Instant now, Instant lease) {
    return state.atomically(() -> {
      var claimed =
          state.due(Micros.of(now)).stream()
              .sorted(LONGEST_WAITING)
              .limit(limit)
              .map(mail -> mail.claimedUntil(Micros.of(lease)))
              .toList();
      claimed.forEach(state::put);
      return claimed.stream().map(KeptMail::claimed).toList();
    });
  }

  @Override
  public void markSent(ClaimedMail mail, Instant now) {
    state.atomically(
        () -> Optional.ofNullable(state.mail(mail.id())).ifPresent(kept -> state.put(kept.done())));
  }

  @Override
  public void putOff(ClaimedMail mail, Instant until, String reason) {
    state.atomically(
        () -> claimed(mail).ifPresent(kept -> state.put(kept.putOff(Micros.of(until)))));
  }

  @Override
  public void giveUp(ClaimedMail mail, Instant now, String reason, AuditEvent event) {
    state.atomically(() ->
        claimed(mail)
            .ifPresent(kept -> {
              state.put(kept.done());
              state.follow(Consequences.of(event));
            }));
  }

  private Optional<KeptMail> claimed(ClaimedMail mail) {
    return Optional.ofNullable(state.mail(mail.id()))
        .filter(kept -> !kept.settled() && kept.attempts() == mail.attempt());
  }

  @Override
  public void drop(ClaimedMail mail) {
    state.atomically(() -> {
      state.mails.remove(mail.id());
    });
  }

  @Override
  public long countWaiting() {
    return state.mails.values().stream().filter(mail -> !mail.settled()).count();
  }
}
