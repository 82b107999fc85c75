package dev.latchkey.domain.ticket;

import java.time.Duration;

/// How long the links in mails are good.
///
/// @param verification of an address
/// @param reset of a password
/// @param emailChange from one address to another
public record TicketPolicy(Duration verification, Duration reset, Duration emailChange) {
  public TicketPolicy {
    if (!isPositive(verification) || !isPositive(reset) || !isPositive(emailChange)) {
      throw new IllegalArgumentException("a ticket must live for a while");
    }
  }

  /// A day, thirty minutes, an hour.
  public static TicketPolicy standard() {
    return new TicketPolicy(Duration.ofHours(24), Duration.ofMinutes(30), Duration.ofHours(1));
  }

  /// How long a ticket of this purpose is good.
  public Duration lifeOf(TicketPurpose purpose) {
    return switch (purpose) {
      case VERIFY_EMAIL -> verification;
      case RESET_PASSWORD -> reset;
      case CHANGE_EMAIL -> emailChange;
    };
  }

  private static boolean isPositive(Duration life) {
    return !life.isZero() && !life.isNegative();
  }
}
