package dev.latchkey.domain.port;

/// What is written in the same commit as a new session, and only if there is one.
///
/// @param opened in any case
/// @param newDevice besides, where no other session of the user, running or not, is on record that
///   a client of the same [dev.latchkey.domain.session.Client#kind()] opened; of two who open one
///   at once, one is the first
/// @param evicted besides, where older sessions are ended for it
public record OpeningConsequences(
    Consequences opened, Consequences newDevice, Consequences evicted) {
  /// A session without any.
  public static final OpeningConsequences NONE = of(Consequences.NONE);

  /// Those of any session.
  public static OpeningConsequences of(Consequences opened) {
    return new OpeningConsequences(opened, Consequences.NONE, Consequences.NONE);
  }
}
