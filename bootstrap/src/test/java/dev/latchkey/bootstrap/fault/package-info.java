/// What is to hold whatever fails: processes, the database, the start.
@NullMarked
package dev.latchkey.bootstrap.fault;

import org.jspecify.annotations.NullMarked;
