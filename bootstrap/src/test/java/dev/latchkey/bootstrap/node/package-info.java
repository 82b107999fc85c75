/// What is to hold on every node of a deployment at once.
@NullMarked
package dev.latchkey.bootstrap.node;

import org.jspecify.annotations.NullMarked;
