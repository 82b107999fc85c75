package dev.latchkey.crypto.password;

import java.util.Arrays;
import java.util.function.Supplier;

/// Argon2id in vectors of the processor, in memory that is used again.
final class BlockArgon2id implements Argon2id {
  private static final long PATIENCE_MILLIS = 3_000;
  private static final int JAVA = 25;
  private static final byte[] NONE = {};

  private final Argon2Compression compression;
  private final Argon2Parameters usual;
  private final Argon2Memory memory;

  /// @param usual whose memory is kept for the next hash
  BlockArgon2id(Argon2Compression compression, Argon2Parameters usual) {
    this.compression = compression;
    this.usual = usual;
    var cores = Runtime.getRuntime().availableProcessors();
    memory = new Argon2Memory(Argon2Filling.words(usual), cores, PATIENCE_MILLIS);
  }

  /// @throws IllegalStateException if the runtime or the processor does not have what it takes
  static BlockArgon2id create(Argon2Parameters usual) {
    // Older ones may have the module too, but multiply slowly.
    if (Runtime.version().feature() < JAVA || !hasBestCompiler()) {
      throw new IllegalStateException("needs Java " + JAVA + " with its best compiler");
    }
    try {
      // By name, since the module it needs is absent unless the runtime is told to add it.
      var width = Class.forName(BlockArgon2id.class.getPackageName() + ".VectorWidth");
      var compression = (Supplier<?>) width.getDeclaredConstructor().newInstance();
      return new BlockArgon2id((Argon2Compression) compression.get(), usual);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot use vectors", e);
    }
  }

  /// Whether the compiler is at work that knows vectors; without it each would be an object.
  private static boolean hasBestCompiler() {
    var info = System.getProperty("java.vm.info", "");
    return info.startsWith("mixed mode") && !info.contains("emulated-client");
  }

  @Override
  public byte[] tag(byte[] password, byte[] salt, Argon2Parameters parameters, int length) {
    // Whose hashes were imported is asked for by anybody, and on all processors at once.
    return parameters.fitsHeap()
        ? tag(parameters, length, password, salt, NONE, NONE)
        : OutsideHeap.FUNCTION.tag(password, salt, parameters, length);
  }

  /// The tag with all that the RFC knows.
  ///
  /// @param input password, salt, secret and associated data
  byte[] tag(Argon2Parameters parameters, int length, byte[]... input) {
    var seed = Argon2Digests.seed(parameters, length, input);
    try {
      return parameters.memoryKib() == usual.memoryKib()
          ? inKeptMemory(seed, parameters, length)
          : inFreshMemory(seed, parameters, length);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  private byte[] inKeptMemory(byte[] seed, Argon2Parameters parameters, int length) {
    var kept = memory.take();
    try {
      return new Argon2Filling(compression, kept, parameters).tag(seed, length);
    } finally {
      memory.giveBack(kept);
    }
  }

  private byte[] inFreshMemory(byte[] seed, Argon2Parameters parameters, int length) {
    var fresh = new long[Argon2Filling.words(parameters)];
    try {
      return new Argon2Filling(compression, fresh, parameters).tag(seed, length);
    } finally {
      Argon2Memory.wipe(fresh);
    }
  }

  /// Loads the C library once a hash needs more than the heap can spare, and never without need.
  private static final class OutsideHeap {
    static final Argon2id FUNCTION =
        Argon2Implementation.bestOfLibraries().function(Argon2Parameters.RECOMMENDED);
  }
}
