package dev.latchkey.domain.limit;

import dev.latchkey.domain.WireName;
import java.time.Duration;

/// Every limit there is, with what holds of it by default.
public enum LimitName {
  /// Wrong passwords for one account from one network; each one over it makes the next wait longer.
  LOGIN_FAILURES(
      new Limit(5, Duration.ofMinutes(15)).growingFrom(Duration.ofSeconds(30)), Scope.ACCOUNT),
  /// Wrong passwords for one account from all networks that it does not know.
  LOGIN_ACCOUNT(new Limit(30, Duration.ofMinutes(15)), Scope.ACCOUNT),
  /// Wrong passwords for one account with no right one between them (NIST SP 800-63B-4 section
  /// 3.2.2).
  LOGIN_CLOSE(new Limit(100, Duration.ofDays(365)), Scope.ACCOUNT),
  /// Wrong passwords from one address, whatever the account.
  LOGIN_ADDRESS(new Limit(20, Duration.ofMinutes(5)), Scope.ADDRESS),
  /// The same over an hour.
  LOGIN_ADDRESS_HOURLY(new Limit(100, Duration.ofHours(1)), Scope.ADDRESS),
  /// The same from one site, but for networks that the account is known from.
  LOGIN_SITE(new Limit(300, Duration.ofHours(1)), Scope.SITE),
  /// Registrations from one address that had no faults, or no other than a password known from
  /// breaches.
  REGISTER(new Limit(5, Duration.ofHours(1)), Scope.ADDRESS),
  /// The same from one site.
  REGISTER_SITE(new Limit(50, Duration.ofHours(1)), Scope.SITE),
  /// Requests from one address that a link be sent by mail.
  MAIL(new Limit(5, Duration.ofHours(1)), Scope.ADDRESS),
  /// Mails with a link to one user, whoever asks for them but an admin.
  MAIL_ACCOUNT(new Limit(3, Duration.ofHours(1)), Scope.ACCOUNT),
  /// Presentations of links' secrets from one address.
  REDEEM(new Limit(20, Duration.ofHours(1)), Scope.ADDRESS),
  /// Exchanges of one session's refresh tokens.
  REFRESH_SESSION(new Limit(60, Duration.ofMinutes(1)), Scope.CALLER),
  /// Presentations of one refresh token.
  REFRESH_REPEAT(new Limit(20, Duration.ofMinutes(1)), Scope.CALLER),
  /// Exchanges of refresh tokens from one address.
  REFRESH_ADDRESS(new Limit(300, Duration.ofMinutes(5)), Scope.ADDRESS),
  /// Pages of users and of the audit that one admin asks for.
  SEARCH(new Limit(60, Duration.ofMinutes(1)), Scope.CALLER),
  /// Clients that were not believed, by the id they gave and their network.
  CLIENT_FAILURES(new Limit(10, Duration.ofMinutes(5)), Scope.ACCOUNT),
  /// Clients that were not believed from one address.
  CLIENT_ADDRESS(new Limit(30, Duration.ofMinutes(5)), Scope.ADDRESS),
  /// Calls of any kind from one address.
  REQUESTS(new Limit(600, Duration.ofMinutes(1)), Scope.ADDRESS);

  private enum Scope {
    ACCOUNT,
    /// An admin, a session or a token.
    CALLER,
    ADDRESS,
    SITE
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of a number and two durations
  private final Limit standard;

  private final Scope scope;

  LimitName(Limit standard, Scope scope) {
    this.standard = standard;
    this.scope = scope;
  }

  /// The limit that holds by default.
  public Limit standard() {
    return standard;
  }

  /// Whether a caller whom it stops may be told its figures. Those of an account would tell a
  /// stranger whether others are trying the account, or using it.
  public boolean isTold() {
    return scope != Scope.ACCOUNT;
  }

  /// Whether it counts by the site that an address lies in, and not by the address.
  boolean isOfSites() {
    return scope == Scope.SITE;
  }

  /// What it is called towards machines: `login_failures`.
  public String wireName() {
    return WireName.of(this);
  }
}
