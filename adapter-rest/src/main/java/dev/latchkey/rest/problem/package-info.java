/// Everything that goes wrong, as problem details (RFC 9457).
@NullMarked
package dev.latchkey.rest.problem;

import org.jspecify.annotations.NullMarked;
