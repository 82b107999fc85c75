/// Makes ids that sort by the time of their making.
@NullMarked
package dev.latchkey.crypto.id;

import org.jspecify.annotations.NullMarked;
