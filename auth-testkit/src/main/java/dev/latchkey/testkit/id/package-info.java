/// Ids in sequence, and the contract of those who give ids.
@NullMarked
package dev.latchkey.testkit.id;

import org.jspecify.annotations.NullMarked;
