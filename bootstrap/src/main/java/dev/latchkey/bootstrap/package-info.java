/// The runnable service: where it starts, and what holds its parts together.
@NullMarked
package dev.latchkey.bootstrap;

import org.jspecify.annotations.NullMarked;
