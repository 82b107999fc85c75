package dev.latchkey.domain.limit;

import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.Network;
import org.jspecify.annotations.Nullable;

/// Where attempts come from, as limits count them.
///
/// @param address the address, of IPv6 its first 64 bits: who has one of those has all; null where
///   none is known, and then nothing is counted by it
/// @param network the network around it, see [Client#network()]
/// @param site the network of the whole site, of IPv6 the first 48 bits; null as the address is
public record Source(@Nullable String address, String network, @Nullable String site) {

  /// The source of what this client sends.
  public static Source of(Client client) {
    var ip = client.ip();
    var network = client.network();
    if (ip == null || network == null) {
      return new Source(null, "unknown", null);
    }
    var address = ip.indexOf(':') < 0 ? ip : network;
    return new Source(address, network, Network.ofSite(ip).orElse(ip));
  }
}
