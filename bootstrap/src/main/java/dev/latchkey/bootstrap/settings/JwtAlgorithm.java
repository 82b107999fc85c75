package dev.latchkey.bootstrap.settings;

/// What tokens are signed with (RFC 7518 section 3.1).
public enum JwtAlgorithm {
  HS256
}
