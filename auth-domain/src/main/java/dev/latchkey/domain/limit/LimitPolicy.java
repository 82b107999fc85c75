package dev.latchkey.domain.limit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /// What an attempt is to be counted against by where it comes from: its address or the site
  /// around it, as each limit has it. Nothing where no address is known.
  public List<Claim> claims(Source source, LimitName... names) {
    return Stream.of(names).flatMap(name -> claim(name, source).stream()).toList();
  }

  private Optional<Claim> claim(LimitName name, Source source) {
    var place = name.isOfSites() ? source.site() : source.address();
    return place == null ? Optional.empty() : claim(name, place);
  }
}
