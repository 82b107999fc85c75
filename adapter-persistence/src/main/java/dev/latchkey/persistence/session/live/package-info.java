/// What a node knows of live sessions without asking, and how it hears that it no longer holds.
@NullMarked
package dev.latchkey.persistence.session.live;

import org.jspecify.annotations.NullMarked;
