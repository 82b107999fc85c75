/// Secrets kept in memory, and the contract of the secret store.
@NullMarked
package dev.latchkey.testkit.secret;

import org.jspecify.annotations.NullMarked;
