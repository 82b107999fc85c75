package dev.latchkey.rest.key;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/// Authorization server metadata (RFC 8414 section 2).
@Serdeable(naming = SnakeCaseStrategy.class)
record MetadataResponse(
    String issuer,
    String tokenEndpoint,
    String jwksUri,
    String introspectionEndpoint,
    String revocationEndpoint,
    List<String> grantTypesSupported,
    List<String> responseTypesSupported,
    List<String> tokenEndpointAuthMethodsSupported,
    List<String> introspectionEndpointAuthMethodsSupported,
    List<String> revocationEndpointAuthMethodsSupported) {

  private static final List<String> SECRETS = List.of("client_secret_basic", "client_secret_post");

  /// @param base what every path of ours begins with
  static MetadataResponse of(String issuer, String base) {
    return new MetadataResponse(
        issuer,
        base + "/auth/token",
        base + "/.well-known/jwks.json",
        base + "/auth/introspect",
        base + "/auth/revoke",
        List.of("password", "refresh_token", "client_credentials"),
        // There is no authorization endpoint.
        List.of(),
        List.of("none", "client_secret_basic", "client_secret_post"),
        SECRETS,
        SECRETS);
  }
}
