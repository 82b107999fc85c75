package dev.latchkey.crypto.id;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.latchkey.domain.port.Ids;
import java.util.UUID;

/// UUIDs of version 7 (RFC 9562 section 5.7): milliseconds, then a counter that begins at random
/// and grows within the millisecond, then random bits. Ids of one instance are strictly increasing,
/// whatever threads ask for them.
public final class UuidV7Ids implements Ids {
  private final TimeOrderedEpochFactory factory = new TimeOrderedEpochFactory();

  @Override
  public UUID next() {
    return factory.create();
  }
}
