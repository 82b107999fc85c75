/// What everything that keeps clients keeps to.
@NullMarked
package dev.latchkey.testkit.client;

import org.jspecify.annotations.NullMarked;
