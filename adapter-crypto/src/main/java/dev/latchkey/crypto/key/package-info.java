/// Keys that sign access tokens: made, sealed, and at hand for signing and checking.
@NullMarked
package dev.latchkey.crypto.key;

import org.jspecify.annotations.NullMarked;
