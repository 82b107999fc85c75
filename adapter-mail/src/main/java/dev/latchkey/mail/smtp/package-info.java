/// Hands letters to an SMTP server.
@NullMarked
package dev.latchkey.mail.smtp;

import org.jspecify.annotations.NullMarked;
