package org.bouncycastle.crypto;

/// Stands in for Bouncy Castle's, which the kit does not depend on.
public class Digest {}
