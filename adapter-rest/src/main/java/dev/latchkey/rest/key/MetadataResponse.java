package dev.latchkey.rest.key;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/// Authorization server metadata (RFC 8414 section 2).
@Serdeable(naming = SnakeCaseStrategy.class)
record MetadataResponse(
    String issuer,
    String tokenEndpoint,
    String revocationEndpoint,
    String introspectionEndpoint,
    String jwksUri,
    List<String> grantTypesSupported,
    List<String> responseTypesSupported,
    List<String> tokenEndpointAuthMethodsSupported,
    List<String> revocationEndpointAuthMethodsSupported,
    List<String> introspectionEndpointAuthMethodsSupported) {
  private static final List<String> OF_CLIENTS =
      List.of("client_secret_basic", "client_secret_post");

  /// @param base what every path of ours begins with
  static MetadataResponse of(String issuer, String base) {
    return new MetadataResponse(
        issuer,
        base + "/auth/token",
        base + "/auth/revoke",
        base + "/auth/introspect",
        base + "/.well-known/jwks.json",
        List.of("password", "refresh_token", "client_credentials"),
        // There is no authorization endpoint.
        List.of(),
        // People who log in use no client of their own.
        List.of("none", "client_secret_basic", "client_secret_post"),
        OF_CLIENTS,
        OF_CLIENTS);
  }
}
