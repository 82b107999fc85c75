/// What has had its time.
package dev.latchkey.domain.housekeeping;
