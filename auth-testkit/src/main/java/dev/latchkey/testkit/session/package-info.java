/// The contract of the session store, and sessions to try it on.
@NullMarked
package dev.latchkey.testkit.session;

import org.jspecify.annotations.NullMarked;
