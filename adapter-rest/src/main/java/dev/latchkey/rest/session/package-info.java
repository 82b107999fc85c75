/// Log-in, refresh, log-out and the list of devices, over HTTP.
@NullMarked
package dev.latchkey.rest.session;

import org.jspecify.annotations.NullMarked;
