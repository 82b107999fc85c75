/// What was built.
@NullMarked
package dev.latchkey.bootstrap.build;

import org.jspecify.annotations.NullMarked;
