/// Makes load and counts what comes of it.
@NullMarked
package dev.latchkey.bootstrap.bench.load;

import org.jspecify.annotations.NullMarked;
