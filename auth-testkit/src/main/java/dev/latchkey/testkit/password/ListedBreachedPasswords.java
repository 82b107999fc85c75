package dev.latchkey.testkit.password;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.port.BreachedPasswords;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Breached passwords that a test names. Counts how often it is asked. Safe to use from any number
/// of threads.
public final class ListedBreachedPasswords implements BreachedPasswords {
  private final Set<String> listed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lookUps = new AtomicInteger();
  private volatile boolean silent;

  @Override
  public Finding find(RawPassword password) {
    lookUps.incrementAndGet();
    if (silent) {
      return Finding.NO_ANSWER;
    }
    return listed.contains(password.reveal()) ? Finding.FOUND : Finding.NOT_FOUND;
  }

  /// Puts a password on the list.
  public void add(RawPassword password) {
    listed.add(password.reveal());
  }

  /// From now on answers nothing, or answers again.
  public void silence(boolean on) {
    silent = on;
  }

  /// How many look-ups there were so far.
  public int lookUps() {
    return lookUps.get();
  }
}
