/// A mailbox for development: mails that nobody sends, to be read in a browser.
@NullMarked
package dev.latchkey.rest.mail;

import org.jspecify.annotations.NullMarked;
