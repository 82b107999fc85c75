package dev.latchkey.bootstrap.settings;

import org.jspecify.annotations.Nullable;

/// How tokens are signed, and what they say of their origin.
///
/// @param secret null where the service is to make one for itself and keep it
public record TokenSettings(
    JwtAlgorithm algorithm, @Nullable Secret secret, String issuer, String audience) {}
