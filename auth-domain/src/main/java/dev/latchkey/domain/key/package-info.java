/// The keys that access tokens are signed with, from their making to their end.
package dev.latchkey.domain.key;
