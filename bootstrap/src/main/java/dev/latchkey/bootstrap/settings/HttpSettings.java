package dev.latchkey.bootstrap.settings;

import dev.latchkey.rest.security.ProxyNetwork;
import java.net.URI;
import java.util.List;

/// Where the service is reached.
///
/// @param host the address to listen on
/// @param apiPrefix empty, or such as `/api/v1`
/// @param publicUrl what every link begins with; without a slash at its end
/// @param corsOrigins the origins whose scripts may call; none by default
/// @param trustedProxies the proxies that are believed; none by default
/// @param docs whether the documentation of the interface is served
public record HttpSettings(
    String host,
    int port,
    String apiPrefix,
    URI publicUrl,
    List<String> corsOrigins,
    List<ProxyNetwork> trustedProxies,
    boolean docs) {

  public HttpSettings {
    corsOrigins = List.copyOf(corsOrigins);
    trustedProxies = List.copyOf(trustedProxies);
  }
}
