package dev.latchkey.persistence.user;

import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.password.Credentials;
import dev.latchkey.domain.port.UserTransfer;
import dev.latchkey.domain.user.UserId;
import dev.latchkey.persistence.Guarded;
import dev.latchkey.persistence.audit.AuditAppender;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Takes users into PostgreSQL and gives them out, a batch to a statement.
@Singleton
final class JdbcUserTransfer implements UserTransfer {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Guarded guarded;
  private final UserBatch batch;
  private final UserRows rows;
  private final AuditAppender audit;

  JdbcUserTransfer(Guarded guarded, UserBatch batch, UserRows rows, AuditAppender audit) {
    this.guarded = guarded;
    this.batch = batch;
    this.rows = rows;
    this.audit = audit;
  }

  @Override
  public List<Arrival> add(List<Credentials> users, IntFunction<AuditEvent> event) {
    return users.isEmpty() ? List.of() : guarded.together(() -> addAll(users, event));
  }

  private List<Arrival> addAll(List<Credentials> users, IntFunction<AuditEvent> event) {
    var arrivals = insert(users);
    var added = Collections.frequency(arrivals, Arrival.ADDED);
    if (added > 0) {
      audit.append(event.apply(added));
    }
    return arrivals;
  }

  private List<Arrival> insert(List<Credentials> users) {
    var added = batch.insert(users);
    var taken = added.size() == users.size() ? TakenNames.NONE : batch.taken(users);
    return users.stream().map(user -> arrival(user, added, taken)).toList();
  }

  private Arrival arrival(Credentials user, Set<UUID> added, TakenNames taken) {
    if (added.remove(user.user().id().value())) {
      return Arrival.ADDED;
    }
    var reason = taken.arrival(user.user());
    // Whoever stood in the way was removed between the two statements: try this one again.
    return reason == Arrival.ADDED ? insert(List.of(user)).getFirst() : reason;
  }

  @Override
  public List<Arrival> probe(List<Credentials> users) {
    if (users.isEmpty()) {
      return List.of();
    }
    var taken = guarded.once(() -> batch.taken(users));
    return users.stream().map(Credentials::user).map(taken::arrival).toList();
  }

  @Override
  public List<Credentials> next(@Nullable UserId after, int limit) {
    var from = after == null ? BEFORE_ALL : after.value();
    return guarded.once(
        () -> rows.findFollowing(from, limit).stream().map(UserRow::toCredentials).toList());
  }
}
