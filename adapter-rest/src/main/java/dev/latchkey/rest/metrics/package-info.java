/// What the service counts, for Prometheus.
@NullMarked
package dev.latchkey.rest.metrics;

import org.jspecify.annotations.NullMarked;
