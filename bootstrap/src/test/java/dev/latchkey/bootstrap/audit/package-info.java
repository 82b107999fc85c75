/// The audit of the whole service.
@NullMarked
package dev.latchkey.bootstrap.audit;

import org.jspecify.annotations.NullMarked;
