/// The OpenAPI document and a page to try it on.
@NullMarked
package dev.latchkey.rest.docs;

import org.jspecify.annotations.NullMarked;
