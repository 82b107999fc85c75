/// Keys by which programs act for people.
@NullMarked
package dev.latchkey.rest.apikey;

import org.jspecify.annotations.NullMarked;
