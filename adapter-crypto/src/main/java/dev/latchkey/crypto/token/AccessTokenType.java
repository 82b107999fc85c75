package dev.latchkey.crypto.token;

import dev.latchkey.verifier.jose.AccessRules;

/// What access tokens have in `typ`.
public enum AccessTokenType {
  /// What RFC 9068 section 2.1 asks for.
  AT_JWT(AccessRules.HEADER_TYPE),
  /// For resource servers whose library takes no other, such as Spring Security's by default.
  JWT(AccessRules.PLAIN_HEADER_TYPE);

  private final String text;

  AccessTokenType(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
