/// What operators are promised to see.
@NullMarked
package dev.latchkey.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
