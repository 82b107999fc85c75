/// Checks access tokens in services other than the one that issues them.
@NullMarked
package dev.latchkey.verifier;

import org.jspecify.annotations.NullMarked;
