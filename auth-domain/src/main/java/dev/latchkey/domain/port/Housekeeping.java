package dev.latchkey.domain.port;

import dev.latchkey.domain.housekeeping.Remains;
import java.time.Instant;

/// Removes what has had its time.
public interface Housekeeping {

  /// Removes some of what had its time before this moment, in one transaction that waits for nobody
  /// and keeps nobody waiting for long: what others hold at the moment is passed over. Where
  /// another node tidies up at the moment, nothing is removed. May throw [Unavailable].
  ///
  /// @param keptSince whatever had its time at this moment or later stays
  /// @param atMost how many at most
  /// @return how many were removed
  int remove(Remains what, Instant keptSince, int atMost);
}
