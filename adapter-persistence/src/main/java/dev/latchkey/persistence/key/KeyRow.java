package dev.latchkey.persistence.key;

import dev.latchkey.domain.key.KeyAlgorithm;
import dev.latchkey.domain.key.KeyId;
import dev.latchkey.domain.key.KeyMaterial;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.TokenKey;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// One row of `auth.signing_key`. Micronaut sees no type annotation on an array: this `@Nullable`
/// is its own.
@SuppressWarnings("ArrayRecordComponent") // a column is what it is, and nobody else holds it
@MappedEntity(value = "signing_key", schema = "auth")
record KeyRow(
    @Id String id,
    String algorithm,
    String state,
    @Nullable byte[] publicKey,
    @Nullable byte[] sealedPrivateKey,
    Instant createdAt,
    Instant signsFrom,
    @Nullable Instant believedUntil) {

  TokenKey toKey() {
    return new TokenKey(
        new KeyId(id),
        KeyAlgorithm.find(algorithm).orElseThrow(),
        KeyState.valueOf(state),
        publicKey == null || sealedPrivateKey == null
            ? null
            : new KeyMaterial(publicKey, sealedPrivateKey),
        createdAt,
        signsFrom,
        believedUntil);
  }

  @Override
  public String toString() {
    return "KeyRow[" + id + "]";
  }
}
