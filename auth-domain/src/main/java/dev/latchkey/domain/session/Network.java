package dev.latchkey.domain.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Cuts an address to the network that it lies in.
final class Network {
  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-f:]{2,39}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");
  private static final int GROUPS = 8;

  private Network() {}

  static String of(String ip) {
    if (V4.matcher(ip).matches()) {
      return ip.substring(0, ip.lastIndexOf('.')) + ".0/24";
    }
    var address = ip.replaceFirst("%.*", "").toLowerCase(Locale.ROOT);
    var groups = V6.matcher(address).matches() ? groups(address) : List.<String>of();
    return groups.size() == GROUPS && groups.stream().allMatch(g -> GROUP.matcher(g).matches())
        ? String.join(":", groups.subList(0, GROUPS / 2)) + "::/64"
        : ip;
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
