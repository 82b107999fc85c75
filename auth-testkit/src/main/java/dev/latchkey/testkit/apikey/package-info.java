/// What every store of API keys keeps to.
@NullMarked
package dev.latchkey.testkit.apikey;

import org.jspecify.annotations.NullMarked;
