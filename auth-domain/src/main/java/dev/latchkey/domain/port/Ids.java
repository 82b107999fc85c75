package dev.latchkey.domain.port;

import java.util.UUID;

/// Where new ids come from.
public interface Ids {

  /// A UUID that was never given before. Later ids sort after earlier ones (RFC 9562 section 5.7),
  /// so that new rows lie together. Ids are no secrets.
  UUID next();
}
