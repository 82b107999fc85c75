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
    List<String> grantTypesSupported,
    List<String> responseTypesSupported,
    List<String> tokenEndpointAuthMethodsSupported) {

  /// @param base what every path of ours begins with
  static MetadataResponse of(String issuer, String base) {
    return new MetadataResponse(
        issuer,
        base + "/auth/token",
        base + "/.well-known/jwks.json",
        List.of("password", "refresh_token"),
        // There is no authorization endpoint.
        List.of(),
        List.of("none"));
  }
}
