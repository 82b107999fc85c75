/// What operators' machines ask, on a port of its own.
@NullMarked
package dev.latchkey.rest.management;

import org.jspecify.annotations.NullMarked;
