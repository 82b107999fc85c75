/// What every audit keeps to.
@NullMarked
package dev.latchkey.testkit.audit;

import org.jspecify.annotations.NullMarked;
