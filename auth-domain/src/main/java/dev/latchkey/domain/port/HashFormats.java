package dev.latchkey.domain.port;

import dev.latchkey.domain.password.PasswordHash;
import java.util.Optional;

/// Reads password hashes as other software stored them.
@FunctionalInterface
public interface HashFormats {

  /// The hash as the [PasswordHasher] beside this can verify it. Reads what it gave before
  /// unchanged, and whatever that hasher makes. Computes nothing, never throws, and is safe to call
  /// from any number of threads.
  ///
  /// @param foreign anything at all
  /// @return empty for whatever is malformed, of an unknown kind, or asks for more work than the
  ///   hasher does: what could not be verified at a log-in
  Optional<PasswordHash> read(String foreign);
}
