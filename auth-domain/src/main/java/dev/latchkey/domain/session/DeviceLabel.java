package dev.latchkey.domain.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A name by which a person knows a device again, such as `Firefox on Windows`. A guess from the
/// user agent; nothing is decided by it.
public final class DeviceLabel {
  private static final Map<String, String> PROGRAMS =
      inOrder(
          "Edg",
          "Edge",
          "OPR/",
          "Opera",
          "Firefox/",
          "Firefox",
          "Chrome/",
          "Chrome",
          "CriOS",
          "Chrome",
          "Safari/",
          "Safari",
          "curl/",
          "curl",
          "okhttp",
          "Android app",
          "CFNetwork",
          "Apple app");
  private static final Map<String, String> SYSTEMS =
      inOrder(
          "Android",
          "Android",
          "iPhone",
          "iPhone",
          "iPad",
          "iPad",
          "Windows",
          "Windows",
          "Mac OS",
          "macOS",
          "CrOS",
          "ChromeOS",
          "Linux",
          "Linux");

  private DeviceLabel() {}

  /// The label of a device whose `User-Agent` this is; null where it sent none.
  public static String of(@Nullable String userAgent) {
    if (userAgent == null || userAgent.isBlank()) {
      return "Unknown device";
    }
    var program = first(PROGRAMS, userAgent);
    var system = first(SYSTEMS, userAgent);
    if (program == null) {
      return system == null ? "Unknown device" : system;
    }
    return system == null ? program : program + " on " + system;
  }

  private static @Nullable String first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(entry -> userAgent.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> inOrder(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
