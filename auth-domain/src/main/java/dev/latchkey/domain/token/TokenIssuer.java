package dev.latchkey.domain.token;

/// In whose name tokens are issued, and for whom: the claims `iss` and `aud`.
public record TokenIssuer(String issuer, String audience) {}
