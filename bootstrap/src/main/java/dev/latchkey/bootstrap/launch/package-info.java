/// What happens before the service: the JVM is given the flags that suit it.
@org.jspecify.annotations.NullMarked
package dev.latchkey.bootstrap.launch;
