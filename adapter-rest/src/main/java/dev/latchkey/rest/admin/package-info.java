/// Administration of users, over HTTP.
@NullMarked
package dev.latchkey.rest.admin;

import org.jspecify.annotations.NullMarked;
