/// What clients ask about tokens, and have done to them.
@NullMarked
package dev.latchkey.rest.token;

import org.jspecify.annotations.NullMarked;
