/// The file that users move in: a JSON object to a line.
@NullMarked
package dev.latchkey.bootstrap.transfer;

import org.jspecify.annotations.NullMarked;
