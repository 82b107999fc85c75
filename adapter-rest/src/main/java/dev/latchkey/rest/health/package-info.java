/// Whether the service lives and can serve.
@NullMarked
package dev.latchkey.rest.health;

import org.jspecify.annotations.NullMarked;
