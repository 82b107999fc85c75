package dev.latchkey.testkit.key;

import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyId;
import dev.latchkey.domain.key.KeyMaterial;
import dev.latchkey.domain.key.TokenKey;
import dev.latchkey.domain.port.KeyMaker;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes keys that are nothing but names: good for everything except signing.
public final class PlainKeyMaker implements KeyMaker {
  private final AtomicInteger made = new AtomicInteger();
  private final String secret;

  /// @param secret the id of the key for HS256
  public PlainKeyMaker(String secret) {
    this.secret = secret;
  }

  @Override
  public TokenKey make(KeyAlgorithm algorithm, Instant now) {
    if (!algorithm.hasPublicKey()) {
      return TokenKey.made(new KeyId(secret), algorithm, null, now);
    }
    var number = made.incrementAndGet();
    var id = "%s-%s-%d".formatted(algorithm, secret, number);
    var half = new byte[] {(byte) number};
    return TokenKey.made(new KeyId(id), algorithm, new KeyMaterial(half, half), now);
  }
}
