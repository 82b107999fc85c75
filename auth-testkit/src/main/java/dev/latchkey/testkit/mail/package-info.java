/// A mailer that keeps what it is given, plain letters, and the contract of the outbox.
@NullMarked
package dev.latchkey.testkit.mail;

import org.jspecify.annotations.NullMarked;
