package dev.latchkey.testkit.store;

/// The users and sessions of one application, kept in memory for as long as the process lives.
///
/// Both stores share one lock, so that "deactivate and end every session" is one step here as it is
/// in a database. Nothing is ever forgotten but what is purged: good for tests and first trials,
/// not for a service that stays up.
public final class InMemoryStores {
  private final InMemoryUserStore users;
  private final InMemorySessionStore sessions;

  /// Empty stores.
  public InMemoryStores() {
    this(new InMemoryState());
  }

  InMemoryStores(InMemoryState state) {
    users = new InMemoryUserStore(state);
    sessions = new InMemorySessionStore(state);
  }

  /// The users.
  public InMemoryUserStore users() {
    return users;
  }

  /// The sessions of these users.
  public InMemorySessionStore sessions() {
    return sessions;
  }
}
