package dev.latchkey.domain.port;

import dev.latchkey.domain.key.KeyRing;

/// Keeps the ring of keys that all nodes of a deployment share. Every method may throw
/// [Unavailable].
public interface KeyStore {

  /// The ring as of now.
  KeyRing read();

  /// Puts one ring in place of another, in one transaction. Of several that replace the same ring
  /// at once, one does. What signs and checks is erased of the keys that the new ring lacks.
  ///
  /// @return false where the ring is not the expected one, and nothing was done
  boolean replace(KeyRing expected, KeyRing next, Consequences consequences);
}
