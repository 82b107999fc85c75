package com.nimbusds.jose;

/// Stands in for Nimbus's, which the kit does not depend on.
public class JWSObject {}
