/// What is written in the same commit as a change.
@NullMarked
package dev.latchkey.persistence.consequence;

import org.jspecify.annotations.NullMarked;
