/// A clock that stands until it is set.
@NullMarked
package dev.latchkey.testkit.time;

import org.jspecify.annotations.NullMarked;
