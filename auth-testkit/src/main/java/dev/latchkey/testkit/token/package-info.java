/// Tokens that need no library, and the contracts of those who write tokens.
@NullMarked
package dev.latchkey.testkit.token;

import org.jspecify.annotations.NullMarked;
