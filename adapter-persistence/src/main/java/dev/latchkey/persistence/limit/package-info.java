/// Counters of attempts in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.limit;

import org.jspecify.annotations.NullMarked;
