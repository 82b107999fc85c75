package dev.latchkey.domain.limit;

/// One limit that an attempt is counted against.
public record Claim(LimitName name, Limit limit, LimitKey key) {}
