package dev.latchkey.domain.session;

/// A signed refresh token in compact form. Good for one rotation; only its digest is stored.
public record RefreshToken(String reveal) {

  @Override
  public String toString() {
    return "RefreshToken[***]";
  }
}
