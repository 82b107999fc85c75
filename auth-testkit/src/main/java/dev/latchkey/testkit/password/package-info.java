/// A quick password hasher, and the contract of every password hasher.
@NullMarked
package dev.latchkey.testkit.password;

import org.jspecify.annotations.NullMarked;
