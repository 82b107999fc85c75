/// The stores on PostgreSQL: connection, migration, and what their calls have in common.
@NullMarked
package dev.latchkey.persistence;

import org.jspecify.annotations.NullMarked;
