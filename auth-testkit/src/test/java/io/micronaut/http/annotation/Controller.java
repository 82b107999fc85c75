package io.micronaut.http.annotation;

/// Stands in for Micronaut's, which the kit does not depend on.
public @interface Controller {}
