/// Signs tokens and reads those that come back, to the letter.
@NullMarked
package dev.latchkey.crypto.token;

import org.jspecify.annotations.NullMarked;
