/// What a deployment can set: one table, read and checked before anything starts.
@NullMarked
package dev.latchkey.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
