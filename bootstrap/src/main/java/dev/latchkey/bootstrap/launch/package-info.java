/// What the JVM is given: flags before the service, the Vector API beside its start, and an AOT
/// cache for the next one.
@org.jspecify.annotations.NullMarked
package dev.latchkey.bootstrap.launch;
