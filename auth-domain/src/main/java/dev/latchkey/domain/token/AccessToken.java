package dev.latchkey.domain.token;

/// A signed access token in compact form (RFC 7515). Whoever holds it is taken for its user until
/// it expires or the session ends.
public record AccessToken(String reveal) {

  @Override
  public String toString() {
    return "AccessToken[***]";
  }
}
