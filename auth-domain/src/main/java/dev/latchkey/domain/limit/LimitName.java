package dev.latchkey.domain.limit;

import java.time.Duration;
import java.util.Locale;

/// Every limit there is, with what holds of it by default.
public enum LimitName {
  /// Wrong passwords for one account from one network; each one over it makes the next wait longer.
  LOGIN_FAILURES(
      new Limit(5, Duration.ofMinutes(15)).growingFrom(Duration.ofSeconds(30)), Told.NOBODY),
  /// Wrong passwords for one account from all networks that it does not know.
  LOGIN_ACCOUNT(new Limit(30, Duration.ofMinutes(15)), Told.NOBODY),
  /// Wrong passwords for one account with no right one between them (NIST SP 800-63B-4 section
  /// 3.2.2).
  LOGIN_CLOSE(new Limit(100, Duration.ofDays(365)), Told.NOBODY),
  /// Wrong passwords from one address, whatever the account.
  LOGIN_ADDRESS(new Limit(20, Duration.ofMinutes(5)), Told.THE_CALLER),
  /// The same over an hour.
  LOGIN_ADDRESS_HOURLY(new Limit(100, Duration.ofHours(1)), Told.THE_CALLER),
  /// Registrations from one address that had no faults.
  REGISTER(new Limit(5, Duration.ofHours(1)), Told.THE_CALLER),
  /// Requests from one address that a link be sent by mail.
  MAIL(new Limit(5, Duration.ofHours(1)), Told.THE_CALLER),
  /// Mails with a link to one user, whoever asks for them but an admin.
  MAIL_ACCOUNT(new Limit(3, Duration.ofHours(1)), Told.NOBODY),
  /// Presentations of links' secrets from one address.
  REDEEM(new Limit(20, Duration.ofHours(1)), Told.THE_CALLER),
  /// Exchanges of one session's refresh tokens.
  REFRESH_SESSION(new Limit(60, Duration.ofMinutes(1)), Told.THE_CALLER),
  /// Presentations of one refresh token.
  REFRESH_REPEAT(new Limit(20, Duration.ofMinutes(1)), Told.THE_CALLER),
  /// Exchanges of refresh tokens from one address.
  REFRESH_ADDRESS(new Limit(300, Duration.ofMinutes(5)), Told.THE_CALLER),
  /// Calls of any kind from one address.
  REQUESTS(new Limit(600, Duration.ofMinutes(1)), Told.THE_CALLER);

  private enum Told {
    NOBODY,
    THE_CALLER
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of a number and two durations
  private final Limit standard;

  private final Told told;

  LimitName(Limit standard, Told told) {
    this.standard = standard;
    this.told = told;
  }

  /// The limit that holds by default.
  public Limit standard() {
    return standard;
  }

  /// Whether a caller whom it stops may be told its figures. Those of an account would tell a
  /// stranger whether others are trying the account, or using it.
  public boolean isTold() {
    return told == Told.THE_CALLER;
  }

  /// What it is called towards machines: `login_failures`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
