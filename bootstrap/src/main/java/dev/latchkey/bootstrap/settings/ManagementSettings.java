package dev.latchkey.bootstrap.settings;

/// Where figures and health are served without a token.
public record ManagementSettings(String host, int port) {}
