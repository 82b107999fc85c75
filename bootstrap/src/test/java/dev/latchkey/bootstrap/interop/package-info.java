/// The service under clients that nobody here wrote.
@NullMarked
package dev.latchkey.bootstrap.interop;

import org.jspecify.annotations.NullMarked;
