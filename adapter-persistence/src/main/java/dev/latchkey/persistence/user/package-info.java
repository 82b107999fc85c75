/// Users in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.user;

import org.jspecify.annotations.NullMarked;
