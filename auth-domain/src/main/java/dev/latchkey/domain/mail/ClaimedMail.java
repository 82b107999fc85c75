package dev.latchkey.domain.mail;

/// A mail that somebody has taken out of the outbox to send it.
///
/// @param attempt the how manieth attempt at it this is, from 1
public record ClaimedMail(MailId id, Mail mail, int attempt) {}
