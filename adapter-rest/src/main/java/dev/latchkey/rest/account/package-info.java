/// Registration, one's own profile and password, over HTTP.
@NullMarked
package dev.latchkey.rest.account;

import org.jspecify.annotations.NullMarked;
