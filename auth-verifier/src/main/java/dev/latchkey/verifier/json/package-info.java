/// JSON, read to the letter. Not for use outside this module.
@NullMarked
package dev.latchkey.verifier.json;

import org.jspecify.annotations.NullMarked;
