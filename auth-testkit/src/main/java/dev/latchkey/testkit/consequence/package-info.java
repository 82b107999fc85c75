/// What stores write in the same commit as a change.
@NullMarked
package dev.latchkey.testkit.consequence;

import org.jspecify.annotations.NullMarked;
