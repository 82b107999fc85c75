/// Hashes passwords and checks them against stored hashes, within bounds of time and memory.
@NullMarked
package dev.latchkey.crypto.password;

import org.jspecify.annotations.NullMarked;
