/// The links in mails, followed to their end.
@NullMarked
package dev.latchkey.bootstrap.ticket;

import org.jspecify.annotations.NullMarked;
