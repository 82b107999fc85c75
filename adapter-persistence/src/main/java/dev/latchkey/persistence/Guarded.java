package dev.latchkey.persistence;

import dev.latchkey.domain.port.Unavailable;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// How every store calls the database: a lost race is run again, a database that cannot answer
/// becomes [Unavailable], a broken constraint becomes the outcome that the caller names for it.
@Singleton
public final class Guarded {
  private static final int ATTEMPTS = 4;
  private static final int LONGEST_PAUSE_MILLIS = 40;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final TransactionOperations<Connection> transactions;

  Guarded(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Runs one statement, which commits by itself and so costs a single round trip.
  public <T> T once(Supplier<T> statement) {
    return once(statement, Map.of());
  }

  /// Runs one statement, which commits by itself.
  ///
  /// @param refusals the outcome of breaking a constraint, by the constraint's name
  public <T> T once(Supplier<? extends T> statement, Map<String, ? extends T> refusals) {
    for (var attempt = 1; ; attempt++) {
      try {
        return statement.get();
      } catch (RuntimeException e) {
        var failure = SqlFailure.in(e);
        var refusal = refusals.get(failure.constraint());
        if (refusal != null) {
          return refusal;
        }
        if (failure.isUnavailable() || (failure.isLostRace() && attempt == ATTEMPTS)) {
          throw new Unavailable("the database cannot answer now", RETRY_AFTER, e);
        }
        if (!failure.isLostRace()) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  /// Runs several statements as one transaction. They may run more than once, but commit once.
  public <T> T together(Supplier<T> statements) {
    return together(statements, Map.of());
  }

  /// Runs several statements as one transaction.
  ///
  /// @param refusals the outcome of breaking a constraint, by the constraint's name
  public <T> T together(Supplier<? extends T> statements, Map<String, ? extends T> refusals) {
    return once(() -> transactions.executeWrite(status -> statements.get()), refusals);
  }

  private static void pause(int attempt) {
    var millis = ThreadLocalRandom.current().nextLong(1, (long) LONGEST_PAUSE_MILLIS * attempt);
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }
}
