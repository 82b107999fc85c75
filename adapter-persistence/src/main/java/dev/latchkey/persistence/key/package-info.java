/// The keys that sign access tokens, in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.key;

import org.jspecify.annotations.NullMarked;
