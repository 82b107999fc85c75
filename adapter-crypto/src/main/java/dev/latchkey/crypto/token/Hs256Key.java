package dev.latchkey.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Base64;

/// HMAC-SHA-256 (RFC 7518 section 3.2).
final class Hs256Key implements TokenKey {
  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
  private static final int ID_BYTES = 16;

  private final String id;
  private final MACSigner signer;
  private final MACVerifier verifier;

  Hs256Key(SigningSecret secret) {
    try {
      signer = new MACSigner(secret.asKey());
      verifier = new MACVerifier(secret.asKey());
    } catch (JOSEException e) {
      throw new IllegalArgumentException("not a key for HS256", e);
    }
    var name = secret.derive("latchkey key id").asKey().getEncoded();
    id = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(name, ID_BYTES));
  }

  @Override
  public String algorithm() {
    return HEADER.getAlgorithm().getName();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] sign(byte[] input) {
    try {
      return signer.sign(HEADER, input).decode();
    } catch (JOSEException e) {
      throw new IllegalStateException("HS256 does not sign", e);
    }
  }

  @Override
  public boolean verify(byte[] input, byte[] signature) {
    try {
      return verifier.verify(HEADER, input, Base64URL.encode(signature));
    } catch (JOSEException e) {
      throw new IllegalStateException("HS256 does not verify", e);
    }
  }
}
