package dev.latchkey.domain.port;

/// Keeps the secrets that a deployment makes for itself, such as the token key of a first start.
public interface SecretStore {

  /// The secret of this name; the candidate becomes it where there is none yet. Of several nodes
  /// that ask at once one wins, and all get the winner's.
  ///
  /// @throws Unavailable where the store cannot answer
  byte[] keep(String name, byte[] candidate);
}
