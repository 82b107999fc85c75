package dev.latchkey.rest.health;

/// One thing that must work before calls can be served.
public interface ReadinessCheck {

  /// What it is called, such as `database`.
  String name();

  /// Whether it works now; answers within the timeouts of what it asks, and never throws.
  boolean ready();
}
