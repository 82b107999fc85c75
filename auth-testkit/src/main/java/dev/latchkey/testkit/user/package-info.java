/// The contract of the user store, and users to try it on.
@NullMarked
package dev.latchkey.testkit.user;

import org.jspecify.annotations.NullMarked;
