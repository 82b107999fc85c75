package dev.latchkey.bootstrap.settings;

import dev.latchkey.domain.password.RawPassword;
import dev.latchkey.domain.user.EmailAddress;

/// The administrator to make where there is none yet.
public record FirstAdmin(EmailAddress email, RawPassword password) {}
