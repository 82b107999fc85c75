/// Looking after the keys that sign access tokens, for as long as the service runs.
@NullMarked
package dev.latchkey.bootstrap.key;

import org.jspecify.annotations.NullMarked;
