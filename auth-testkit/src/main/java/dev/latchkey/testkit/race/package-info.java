/// Calls made at once, for tests of what happens then.
@NullMarked
package dev.latchkey.testkit.race;

import org.jspecify.annotations.NullMarked;
