/// Tickets, in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.ticket;

import org.jspecify.annotations.NullMarked;
