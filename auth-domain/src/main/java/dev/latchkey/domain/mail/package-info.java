/// Mails to the people whose accounts these are.
package dev.latchkey.domain.mail;
