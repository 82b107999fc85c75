package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.limit.Limit;
import dev.latchkey.domain.limit.LimitName;
import dev.latchkey.domain.limit.LimitPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The settings of limits: one for each, and one for all.
final class LimitSettings {
  static final Setting<Switch> RATE_LIMITS =
      Setting.of(
          "RATE_LIMITS",
          Form.oneOf(Switch.class),
          "on",
          "`off` lifts every limit, for a benchmark; refused in production");

  private static final List<Setting<Limit>> LIMITS =
      Arrays.stream(LimitName.values()).map(LimitSettings::setting).toList();

  /// In the order in which they are documented.
  static final List<Setting<?>> ALL =
      Stream.<Setting<?>>concat(Stream.of(RATE_LIMITS), LIMITS.stream()).toList();

  private LimitSettings() {}

  private static Setting<Limit> setting(LimitName name) {
    return Setting.of(
        LimitForm.setting(name), LimitForm.of(name), LimitForm.standard(name), describe(name));
  }

  private static String describe(LimitName name) {
    return switch (name) {
      case LOGIN_FAILURES ->
          "wrong passwords for an account from one network; then one after 30 s, 1 min, 2 min …";
      case LOGIN_ACCOUNT ->
          "wrong passwords for an account from all networks that it is not known from";
      case LOGIN_CLOSE ->
          "wrong passwords in a row, after which only a known network or a reset helps";
      case LOGIN_ADDRESS -> "wrong passwords from an address, whatever the account";
      case LOGIN_ADDRESS_HOURLY -> "the same over a longer time";
      case LOGIN_SITE ->
          "the same from a site, an IPv4 /24 or an IPv6 /48, but for networks known to the account";
      case REGISTER -> "registrations from an address";
      case REGISTER_SITE -> "registrations from a site";
      case MAIL -> "requests from an address that a link be sent by mail";
      case MAIL_ACCOUNT -> "links mailed to a user, but for an admin's; no more are sent, silently";
      case REDEEM -> "tries from an address to use a link that was sent by mail";
      case REFRESH_SESSION -> "refreshes of a session, on each node";
      case REFRESH_REPEAT -> "presentations of one refresh token, on each node";
      case REFRESH_ADDRESS -> "refreshes from an address, on each node";
      case SEARCH -> "pages of users and of the audit for an admin, on each node";
      case CLIENT_FAILURES ->
          "wrong secrets for a client from one network, on each node; right ones are let through";
      case CLIENT_ADDRESS -> "wrong client secrets from an address, on each node";
      case REQUESTS -> "calls of any kind from an address, on each node";
    };
  }

  /// The limits that hold.
  static LimitPolicy policy(Values values) {
    if (values.get(RATE_LIMITS) == Switch.OFF) {
      return LimitPolicy.none();
    }
    var policy = LimitPolicy.standard();
    for (var name : LimitName.values()) {
      policy = policy.with(name, values.get(LIMITS.get(name.ordinal())));
    }
    return policy;
  }
}
