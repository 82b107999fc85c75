package dev.latchkey.bootstrap.wiring;

import dev.latchkey.application.key.RevokeKey;
import dev.latchkey.application.key.RotateKeys;
import dev.latchkey.application.key.StartKeys;
import dev.latchkey.application.key.TendKeys;
import dev.latchkey.bootstrap.key.EncryptionKeyFile;
import dev.latchkey.bootstrap.key.KeyKeeper;
import dev.latchkey.bootstrap.settings.EncryptionKey;
import dev.latchkey.bootstrap.settings.Settings;
import dev.latchkey.crypto.key.KeyEncryption;
import dev.latchkey.crypto.key.RingKeys;
import dev.latchkey.crypto.key.SealedKeyMaker;
import dev.latchkey.crypto.token.JwtAccessTokens;
import dev.latchkey.crypto.token.SigningSecret;
import dev.latchkey.domain.key.KeyPolicy;
import dev.latchkey.domain.port.KeyMaker;
import dev.latchkey.domain.port.KeyStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

@Factory
final class KeyWiring {
  // Twice what a list of public keys may be cached for.
  private static final Duration NOTICE = Duration.ofMinutes(10);
  // Nodes learn of a rotation a little later, and sign with the key before until then.
  private static final Duration NODES_BEHIND = Duration.ofMinutes(1);

  @Singleton
  KeyPolicy keyPolicy(Settings settings) {
    var tokens = settings.tokens();
    var retention =
        settings.sessions().accessLifetime().plus(JwtAccessTokens.SKEW).plus(NODES_BEHIND);
    return new KeyPolicy(tokens.algorithm(), tokens.rotation(), NOTICE, retention);
  }

  @Singleton
  KeyEncryption keyEncryption(Settings settings) {
    var keys = settings.tokens().encryptionKeys();
    var used = keys.isEmpty() ? EncryptionKeyFile.of(settings).stream().toList() : keys;
    return new KeyEncryption(used.stream().map(EncryptionKey::bytes).toList());
  }

  @Singleton
  KeyMaker keyMaker(KeyEncryption encryption, SigningSecret secret) {
    return new SealedKeyMaker(encryption, secret);
  }

  @Singleton
  RingKeys ringKeys(
      KeyEncryption encryption, SigningSecret secret, KeyStore store, InstantSource clock) {
    return new RingKeys(encryption, secret, store::read, clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  KeyKeeper keyKeeper(
      KeyStore store, KeyMaker maker, KeyPolicy policy, RingKeys keys, InstantSource clock) {
    return new KeyKeeper(
        new StartKeys(store, maker, policy, clock),
        new TendKeys(store, maker, policy, clock),
        keys);
  }

  @Singleton
  RotateKeys rotateKeys(KeyStore store, KeyMaker maker, KeyPolicy policy, InstantSource clock) {
    return new RotateKeys(store, maker, policy, clock);
  }

  @Singleton
  RevokeKey revokeKey(KeyStore store, KeyMaker maker, KeyPolicy policy, InstantSource clock) {
    return new RevokeKey(store, maker, policy, clock);
  }
}
