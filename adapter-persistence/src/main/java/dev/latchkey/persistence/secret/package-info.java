/// Secrets that a deployment makes for itself, in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.secret;

import org.jspecify.annotations.NullMarked;
