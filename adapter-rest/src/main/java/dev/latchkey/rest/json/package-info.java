/// Strict reading of request bodies.
@NullMarked
package dev.latchkey.rest.json;

import org.jspecify.annotations.NullMarked;
