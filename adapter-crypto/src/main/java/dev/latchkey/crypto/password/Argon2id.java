package dev.latchkey.crypto.password;

/// The Argon2id function, version 0x13 (RFC 9106), as some library computes it.
interface Argon2id {

  /// The tag of a password: `length` bytes. Nothing given is kept or changed.
  byte[] tag(byte[] password, byte[] salt, Argon2Parameters parameters, int length);
}
