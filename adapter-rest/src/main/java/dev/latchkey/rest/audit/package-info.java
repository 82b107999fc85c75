/// What happened, for admins.
@NullMarked
package dev.latchkey.rest.audit;

import org.jspecify.annotations.NullMarked;
