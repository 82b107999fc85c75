/// Services that ask in their own name: how they are known, and how admins look after them.
@NullMarked
package dev.latchkey.rest.client;

import org.jspecify.annotations.NullMarked;
