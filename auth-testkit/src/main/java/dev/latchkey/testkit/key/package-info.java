/// Keys without cryptography, and the contract of the store of keys.
@NullMarked
package dev.latchkey.testkit.key;

import org.jspecify.annotations.NullMarked;
