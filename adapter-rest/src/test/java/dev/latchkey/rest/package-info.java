/// Tests of the HTTP interface, over HTTP.
@NullMarked
package dev.latchkey.rest;

import org.jspecify.annotations.NullMarked;
