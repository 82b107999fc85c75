/// Users and sessions to try things on.
@NullMarked
package dev.latchkey.testkit.sample;

import org.jspecify.annotations.NullMarked;
