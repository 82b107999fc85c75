/// Who asks: from the bearer token to the caller.
@NullMarked
package dev.latchkey.rest.security;

import org.jspecify.annotations.NullMarked;
