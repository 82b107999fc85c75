/// Users and sessions kept in memory, behind one lock.
@NullMarked
package dev.latchkey.testkit.store;

import org.jspecify.annotations.NullMarked;
