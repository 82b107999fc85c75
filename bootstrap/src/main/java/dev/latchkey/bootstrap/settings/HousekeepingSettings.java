package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.housekeeping.Retention;

/// What becomes of what has had its time.
///
/// @param on whether this node tidies up
public record HousekeepingSettings(boolean on, Retention retention) {}
