/// What is logged of requests.
@NullMarked
package dev.latchkey.rest.log;

import org.jspecify.annotations.NullMarked;
