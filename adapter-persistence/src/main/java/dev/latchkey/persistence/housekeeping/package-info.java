/// Removing what has had its time.
@NullMarked
package dev.latchkey.persistence.housekeeping;

import org.jspecify.annotations.NullMarked;
