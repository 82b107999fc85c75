/// Measures the running service over HTTP, beside what its parts can do at most.
@NullMarked
package dev.latchkey.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
