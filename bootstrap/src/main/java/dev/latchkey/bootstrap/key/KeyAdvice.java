package dev.latchkey.bootstrap.key;

import dev.latchkey.bootstrap.command.StartFailure;
import dev.latchkey.crypto.key.UnusableKey;

/// What the operator is to do about a key that cannot be used.
public final class KeyAdvice {
  private KeyAdvice() {}

  static String on(UnusableKey unusable) {
    return switch (unusable.reason()) {
      case SEALED ->
          "KEY_ENCRYPTION_KEY does not open the private keys in the database. Set the one that they"
              + " were sealed with; another may stand beside it, with a comma between.";
      case OTHER_SECRET ->
          "JWT_SECRET is not the secret that the other nodes sign with. Set the same on every node.";
      case MALFORMED ->
          "Key %s in auth.signing_key is damaged. Take it out with rotate-keys --compromised %s."
              .formatted(unusable.id(), unusable.id());
    };
  }

  /// The same as the end of a command.
  public static StartFailure failure(UnusableKey unusable) {
    return new StartFailure(on(unusable), unusable);
  }
}
