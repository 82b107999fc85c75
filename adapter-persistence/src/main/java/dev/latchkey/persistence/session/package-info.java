/// Sessions and the digests of their refresh tokens in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.session;

import org.jspecify.annotations.NullMarked;
