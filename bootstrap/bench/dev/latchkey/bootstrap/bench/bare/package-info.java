/// A server of the same framework that does nothing: the limit of a read.
@NullMarked
package dev.latchkey.bootstrap.bench.bare;

import org.jspecify.annotations.NullMarked;
