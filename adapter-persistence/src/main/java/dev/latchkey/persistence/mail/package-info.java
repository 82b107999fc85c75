/// Mails that wait to be sent, in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.mail;

import org.jspecify.annotations.NullMarked;
