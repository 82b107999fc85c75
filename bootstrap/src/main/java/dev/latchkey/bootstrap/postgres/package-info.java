/// A PostgreSQL of the service's own, for deployments that name none.
@NullMarked
package dev.latchkey.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
