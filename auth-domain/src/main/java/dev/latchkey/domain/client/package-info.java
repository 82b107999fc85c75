/// Services that call others in their own name, and what they show to be believed.
package dev.latchkey.domain.client;
