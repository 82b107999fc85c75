package dev.latchkey.domain.limit;

import dev.latchkey.domain.session.Client;
import org.jspecify.annotations.Nullable;

/// Where attempts come from, as limits count them.
///
/// @param address the address, of IPv6 its first 64 bits: who has one of those has all; null where
///   none is known, and then nothing is counted by it
/// @param network the network around it, see [Client#network()]
public record Source(@Nullable String address, String network) {

  /// The source of what this client sends.
  public static Source of(Client client) {
    var ip = client.ip();
    var network = client.network();
    if (ip == null || network == null) {
      return new Source(null, "unknown");
    }
    return new Source(ip.indexOf(':') < 0 ? ip : network, network);
  }
}
