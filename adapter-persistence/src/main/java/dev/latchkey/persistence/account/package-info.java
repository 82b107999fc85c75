/// What the links in mails do to accounts, in PostgreSQL. Apart from the tickets, which go with
/// every change that has consequences, and so cannot depend on them.
@NullMarked
package dev.latchkey.persistence.account;

import org.jspecify.annotations.NullMarked;
