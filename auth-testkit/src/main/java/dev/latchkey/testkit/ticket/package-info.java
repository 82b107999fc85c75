/// What every store of tickets keeps to.
@NullMarked
package dev.latchkey.testkit.ticket;

import org.jspecify.annotations.NullMarked;
