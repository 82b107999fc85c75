/// What the JVM is given: flags before the service, a head start and the Vector API beside it, and
/// an AOT cache for the next one.
@org.jspecify.annotations.NullMarked
package dev.latchkey.bootstrap.launch;
