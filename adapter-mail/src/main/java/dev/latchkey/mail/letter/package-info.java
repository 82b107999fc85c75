/// Puts mails into words: templates by language, as text and as HTML.
@NullMarked
package dev.latchkey.mail.letter;

import org.jspecify.annotations.NullMarked;
