package dev.latchkey.domain.session;

import java.time.Duration;
import java.time.Instant;

/// A refresh token to be spent, and the successor to be issued for it.
///
/// @param presented what the token says, its signature checked
/// @param presentedDigest of that token
/// @param successor what its successor would say
/// @param successorDigest of that successor
/// @param idleUntil what a refreshed session may stay idle until
public record Rotation(
    RefreshClaims presented,
    TokenDigest presentedDigest,
    RefreshClaims successor,
    TokenDigest successorDigest,
    Instant now,
    Instant idleUntil,
    Duration grace) {}
