/// How often callers may call: what is counted here, and what is answered to those who are over.
@NullMarked
package dev.latchkey.rest.limit;

import org.jspecify.annotations.NullMarked;
