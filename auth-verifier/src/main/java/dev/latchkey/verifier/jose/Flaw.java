package dev.latchkey.verifier.jose;

/// What is wrong with a token: for logs and tests. Whoever sent it is told no more than that it is
/// not good.
public enum Flaw {
  /// Not three canonical parts of at most 4,096 characters in all.
  FORM,

  /// Not exactly `alg`, `kid` and the right `typ`, or an algorithm of others.
  HEADER,

  /// No key has this `kid`, or none that is allowed.
  UNKNOWN_KEY,

  /// Not signed by the key that it names, or with another algorithm than that key's.
  SIGNATURE,

  /// Signed, but not one flat JSON object.
  PAYLOAD,

  /// A claim is missing or of another type than it should be.
  CLAIMS,

  /// From another issuer.
  ISSUER,

  /// For another audience.
  AUDIENCE,

  /// Its time is over.
  EXPIRED,

  /// Its time has not come.
  NOT_YET,

  /// It is good for longer than any token may be.
  LIFETIME,

  /// The issuer says that it is good no more.
  INACTIVE
}
