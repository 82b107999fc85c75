package dev.latchkey.domain.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Cuts an address to the network that it lies in: that tells attackers apart, hardly people.
public final class Network {
  private static final String MAPPED = "::ffff:";
  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-f:]{2,39}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");
  private static final int GROUPS = 8;
  private static final int GROUP_BITS = 16;

  private Network() {}

  /// The network of one customer: the /24 of an IPv4 address, the /64 of an IPv6 one.
  ///
  /// @return empty where the text is no address
  public static Optional<String> of(String ip) {
    return cut(ip, GROUPS / 2);
  }

  /// The network of one site: the /24 of an IPv4 address, the /48 of an IPv6 one.
  ///
  /// @return empty where the text is no address
  public static Optional<String> ofSite(String ip) {
    return cut(ip, 3);
  }

  private static Optional<String> cut(String ip, int kept) {
    var zone = ip.indexOf('%');
    var address = (zone < 0 ? ip : ip.substring(0, zone)).toLowerCase(Locale.ROOT);
    var v4 = address.startsWith(MAPPED) ? address.substring(MAPPED.length()) : address;
    if (V4.matcher(v4).matches()) {
      return Optional.of(v4.substring(0, v4.lastIndexOf('.')) + ".0/24");
    }
    var groups = V6.matcher(address).matches() ? groups(address) : List.<String>of();
    return groups.size() == GROUPS && groups.stream().allMatch(g -> GROUP.matcher(g).matches())
        ? Optional.of(String.join(":", groups.subList(0, kept)) + "::/" + kept * GROUP_BITS)
        : Optional.empty();
  }

  /// The groups of an IPv6 address, without leading zeros. Of another text, something else.
  private static List<String> groups(String address) {
    var gap = address.indexOf("::");
    if (gap < 0) {
      return split(address);
    }
    var groups = new ArrayList<>(split(address.substring(0, gap)));
    var tail = split(address.substring(gap + 2));
    groups.addAll(Collections.nCopies(Math.max(1, GROUPS - groups.size() - tail.size()), "0"));
    groups.addAll(tail);
    return groups;
  }

  private static List<String> split(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(":", -1)).map(g -> g.replaceFirst("^0+(?=.)", "")).toList();
  }
}
