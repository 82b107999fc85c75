/// Tidies up while the service runs.
@NullMarked
package dev.latchkey.bootstrap.housekeeping;

import org.jspecify.annotations.NullMarked;
