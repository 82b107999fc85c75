package dev.latchkey.mail.letter;

import dev.latchkey.domain.session.Client;
import dev.latchkey.domain.session.DeviceLabel;
import dev.latchkey.domain.session.Network;
import java.util.Optional;

/// Where a request came from, exactly enough for its sender to know it again and no more: `from
/// 192.0.2.0/24, Firefox on Linux`.
final class CoarseOrigin {
  private CoarseOrigin() {}

  static String of(Client client) {
    var site = Optional.ofNullable(client.ip()).flatMap(Network::ofSite);
    return "from %s, %s"
        .formatted(site.orElse("an unknown address"), DeviceLabel.of(client.userAgent()));
  }
}
