package dev.latchkey.rest.log;

import dev.latchkey.domain.session.Network;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An address as the log shows it: cut to the network that it is in.
final class MaskedAddress {
  private MaskedAddress() {}

  /// @param address in text; anything else is `unknown`
  static String of(@Nullable String address) {
    return Optional.ofNullable(address).flatMap(Network::of).orElse("unknown");
  }
}
