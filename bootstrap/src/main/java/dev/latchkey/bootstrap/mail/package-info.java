/// The worker that sends mails.
@NullMarked
package dev.latchkey.bootstrap.mail;

import org.jspecify.annotations.NullMarked;
