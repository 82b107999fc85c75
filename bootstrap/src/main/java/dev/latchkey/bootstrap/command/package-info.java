/// What the command line offers, a class per command.
@NullMarked
package dev.latchkey.bootstrap.command;

import org.jspecify.annotations.NullMarked;
