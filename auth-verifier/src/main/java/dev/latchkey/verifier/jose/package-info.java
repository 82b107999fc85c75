/// Signed tokens (RFC 7515) and public keys (RFC 7517), read to the letter and checked by the JDK
/// alone.
@NullMarked
package dev.latchkey.verifier.jose;

import org.jspecify.annotations.NullMarked;
