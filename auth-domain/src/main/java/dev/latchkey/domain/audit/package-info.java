/// What happened, kept for those who must find out later.
package dev.latchkey.domain.audit;
