/// The dependency rules of the house, for whoever builds on it.
@NullMarked
package dev.latchkey.testkit.architecture;

import org.jspecify.annotations.NullMarked;
