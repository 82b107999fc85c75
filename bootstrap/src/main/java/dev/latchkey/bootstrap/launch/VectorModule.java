package dev.latchkey.bootstrap.launch;

/// Makes Java's Vector API known to the running JVM, for Argon2id on the processor's wide
/// registers: `jdk.incubator.vector` is in the JDK, but is not resolved by default. The flag
/// `--add-modules` would do so too, but it also forbids most of what an AOT cache can hold, which
/// costs half a second at each start, and prints a warning. This is how the JDK itself loads a
/// module for an agent; the jar's manifest exports the package that does so.
///
/// Where that cannot be done, hashing is by another library, as on a runtime without the module.
public final class VectorModule {
  /// The system property with which a run goes without: a cache is assembled by a JVM that knows
  /// the modules of its start alone, and fails on classes that need another.
  static final String OFF = "latchkey.without-vectors";

  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /// Loads it, where that can be done and has not been.
  public static void load() {
    if (!Boolean.getBoolean(OFF) && ModuleLayer.boot().findModule(NAME).isEmpty()) {
      try {
        Class.forName("jdk.internal.module.Modules")
            .getMethod("loadModule", String.class)
            .invoke(null, NAME);
      } catch (ReflectiveOperationException | RuntimeException cannot) {
        // Who wants it will not find it.
      }
    }
  }
}
