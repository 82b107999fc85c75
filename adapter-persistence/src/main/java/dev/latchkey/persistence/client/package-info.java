/// Clients, in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.client;

import org.jspecify.annotations.NullMarked;
