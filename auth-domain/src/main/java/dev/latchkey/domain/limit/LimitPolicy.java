package dev.latchkey.domain.limit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which limits hold in a deployment.
///
/// @param limits a name that is missing is not limited
public record LimitPolicy(Map<LimitName, Limit> limits) {

  public LimitPolicy {
    limits = Map.copyOf(limits);
  }

  /// Every limit as it is by default.
  public static LimitPolicy standard() {
    var limits = new EnumMap<LimitName, Limit>(LimitName.class);
    Arrays.stream(LimitName.values()).forEach(name -> limits.put(name, name.standard()));
    return new LimitPolicy(limits);
  }

  /// No limit at all.
  public static LimitPolicy none() {
    return new LimitPolicy(Map.of());
  }

  /// The same policy with another limit of this name.
  public LimitPolicy with(LimitName name, Limit limit) {
    var changed = new EnumMap<LimitName, Limit>(LimitName.class);
    changed.putAll(limits);
    changed.put(name, limit);
    return new LimitPolicy(changed);
  }

  /// What an attempt is to be counted against.
  ///
  /// @param parts whom or what the limit is for
  /// @return empty where there is no such limit
  public Optional<Claim> claim(LimitName name, String... parts) {
    return Optional.ofNullable(limits.get(name))
        .map(limit -> new Claim(name, limit, LimitKey.of(name, List.of(parts))));
  }
}
