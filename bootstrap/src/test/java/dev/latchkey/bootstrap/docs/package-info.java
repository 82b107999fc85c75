/// Holds the documents to what they say, on the real service.
@NullMarked
package dev.latchkey.bootstrap.docs;

import org.jspecify.annotations.NullMarked;
