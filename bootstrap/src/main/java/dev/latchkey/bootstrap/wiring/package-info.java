/// What is made of what: the plain classes of the core become beans here, a factory per feature.
@NullMarked
package dev.latchkey.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
