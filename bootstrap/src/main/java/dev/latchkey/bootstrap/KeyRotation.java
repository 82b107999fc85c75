package dev.latchkey.bootstrap;

import dev.latchkey.application.key.RevokeKey;
import dev.latchkey.application.key.RotateKeys;
import dev.latchkey.bootstrap.command.RotateKeysCommand;
import dev.latchkey.bootstrap.command.RotateKeysCommand.Done;
import dev.latchkey.bootstrap.key.KeyAdvice;
import dev.latchkey.bootstrap.settings.DatabaseAccess;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.bootstrap.wiring.Context;
import dev.latchkey.crypto.key.RingKeys;
import dev.latchkey.crypto.key.UnusableKey;
import dev.latchkey.domain.key.KeyId;
import dev.latchkey.domain.port.KeyStore;
import io.micronaut.context.ApplicationContext;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What `rotate-keys` does.
final class KeyRotation implements RotateKeysCommand.Rotation {

  @Override
  public Done rotate(Settings settings, DatabaseAccess database, boolean atOnce) {
    try (var context = Context.open(settings, database)) {
      checkSettings(context, null);
      return switch (context.getBean(RotateKeys.class).rotate(atOnce)) {
        case RotateKeys.Rotated(var key) ->
            new Done(true, "Access tokens are signed with key %s now.".formatted(key.id()));
        case RotateKeys.Planned(var key) ->
            new Done(
                true,
                "Not everybody has key %s yet: access tokens are signed with it from %s on."
                    .formatted(key.id(), key.signsFrom().truncatedTo(ChronoUnit.SECONDS)));
        case RotateKeys.Secret _ ->
            new Done(
                false,
                "Access tokens are signed with JWT_SECRET (HS256), which is not rotated. Set"
                    + " JWT_ALGORITHM to ES256, EdDSA or RS256, and restart the service.");
      };
    }
  }

  @Override
  public Done revoke(Settings settings, DatabaseAccess database, String keyId) {
    if (!KeyId.isWellFormed(keyId)) {
      return unknown(keyId);
    }
    try (var context = Context.open(settings, database)) {
      checkSettings(context, new KeyId(keyId));
      return switch (context.getBean(RevokeKey.class).revoke(new KeyId(keyId))) {
        case RevokeKey.Revoked(var signing) ->
            new Done(
                true,
                "Key %s is out: within seconds no node believes its tokens. Key %s signs."
                    .formatted(keyId, signing.id()));
        case RevokeKey.Refused.UNKNOWN -> unknown(keyId);
        case RevokeKey.Refused.SECRET ->
            new Done(
                false,
                "That key is JWT_SECRET. Set another on every node and restart them: everybody logs"
                    + " in again.");
      };
    }
  }

  /// A key that this command seals must open on every node: its settings are to be theirs.
  ///
  /// @param leaving a key that need not be usable, since it is taken out
  private static void checkSettings(ApplicationContext context, @Nullable KeyId leaving) {
    var ring = context.getBean(KeyStore.class).read();
    try {
      if (!ring.keys().isEmpty()) {
        context.getBean(RingKeys.class).use(ring);
      }
    } catch (UnusableKey unusable) {
      if (!unusable.id().equals(leaving)) {
        throw KeyAdvice.failure(unusable);
      }
    }
  }

  private static Done unknown(String keyId) {
    return new Done(
        false,
        "No key of the id %s is in use. /.well-known/jwks.json lists those that are."
            .formatted(keyId));
  }
}
