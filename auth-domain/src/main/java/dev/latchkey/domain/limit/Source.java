package dev.latchkey.domain.limit;

import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.Network;
import org.jspecify.annotations.Nullable;

/// Where attempts come from, as limits count them. Each part is found out when it is asked for:
/// most limits ask for one.
///
/// @param client who sends them
public record Source(Client client) {

  /// The address, of IPv6 its first 64 bits: who has one of those has all. Null where none is
  /// known, and then nothing is counted by it.
  public @Nullable String address() {
    var ip = client.ip();
    return ip == null || ip.indexOf(':') < 0 ? ip : client.network();
  }

  /// The network around the address, see [Client#network()].
  public String network() {
    var network = client.network();
    return network == null ? "unknown" : network;
  }

  /// The network of the whole site, of IPv6 the first 48 bits; null as the address is.
  public @Nullable String site() {
    var ip = client.ip();
    return ip == null ? null : Network.ofSite(ip).orElse(ip);
  }
}
