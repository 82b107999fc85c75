/// Secrets that we make for others to keep.
package dev.latchkey.domain.secret;
