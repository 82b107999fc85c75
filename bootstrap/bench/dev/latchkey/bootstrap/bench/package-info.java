/// Measures the running service from outside, beside what its parts can do at most: [Benchmark].
/// `load` makes the load, `part` has one class for each part of the table, `bare` is a server that
/// does nothing.
@NullMarked
package dev.latchkey.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
