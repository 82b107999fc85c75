/// What every housekeeping keeps to.
@NullMarked
package dev.latchkey.testkit.housekeeping;

import org.jspecify.annotations.NullMarked;
