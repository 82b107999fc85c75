/// The parts of the table.
@NullMarked
package dev.latchkey.bootstrap.bench.part;

import org.jspecify.annotations.NullMarked;
