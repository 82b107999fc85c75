/// The HTTP server's own limits and headers.
@NullMarked
package dev.latchkey.rest.server;

import org.jspecify.annotations.NullMarked;
