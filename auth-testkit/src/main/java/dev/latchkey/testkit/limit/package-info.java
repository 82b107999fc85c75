/// Counters kept in memory, and the contract of what counts attempts.
@NullMarked
package dev.latchkey.testkit.limit;

import org.jspecify.annotations.NullMarked;
