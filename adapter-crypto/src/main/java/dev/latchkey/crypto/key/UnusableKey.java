package dev.latchkey.crypto.key;

import dev.latchkey.domain.key.KeyId;

/// A key of the ring cannot be used by this node. Trying again does not help; the deployment is set
/// up wrongly, or somebody changed what is stored.
public final class UnusableKey extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong with it.
  public enum Reason {
    /// None of the keys at hand seals it or opens it.
    SEALED,
    /// It comes from a secret that this node does not have.
    OTHER_SECRET,
    /// It is not what its name or algorithm says.
    MALFORMED
  }

  private final String id;
  private final Reason reason;

  UnusableKey(KeyId id, Reason reason) {
    super("key " + id + " cannot be used: " + reason);
    this.id = id.value();
    this.reason = reason;
  }

  public KeyId id() {
    return new KeyId(id);
  }

  public Reason reason() {
    return reason;
  }
}
