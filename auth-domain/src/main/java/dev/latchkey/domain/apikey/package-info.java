/// Keys by which programs act for the person who made them.
package dev.latchkey.domain.apikey;
