/// How the log is written: one physical line a record, without secrets.
@NullMarked
package dev.latchkey.bootstrap.log;

import org.jspecify.annotations.NullMarked;
