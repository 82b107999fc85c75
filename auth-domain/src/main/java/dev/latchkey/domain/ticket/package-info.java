/// Rights that are good once: what the links in mails stand for.
package dev.latchkey.domain.ticket;
