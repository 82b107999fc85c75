package io.micronaut.security.annotation;

/// Stands in for Micronaut's, which the kit does not depend on.
public @interface Secured {}
