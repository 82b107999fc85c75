/// API keys, in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.apikey;

import org.jspecify.annotations.NullMarked;
