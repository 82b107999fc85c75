/// What the links in mails do to accounts, in PostgreSQL.
@NullMarked
package dev.latchkey.persistence.account;

import org.jspecify.annotations.NullMarked;
