/// What the log shows, and what it never does.
@NullMarked
package dev.latchkey.bootstrap.log;

import org.jspecify.annotations.NullMarked;
