/// What other services need to know to check our tokens.
@NullMarked
package dev.latchkey.rest.key;

import org.jspecify.annotations.NullMarked;
