package dev.latchkey.crypto.password;

/// What one Argon2id hash costs (RFC 9106 section 3.1). The upper bounds also hold for stored
/// hashes, so that a forged row cannot eat the machine.
///
/// @param memoryKib KiB of memory, from 8 per lane to 262,144 (256 MiB)
/// @param iterations passes over that memory, 1 to 10
/// @param parallelism lanes, 1 to 8, which many a deployment of Django or argon2-cffi has
public record Argon2Parameters(int memoryKib, int iterations, int parallelism) {
  /// The least that OWASP and ASVS 5 recommend: 19 MiB, two passes, one lane.
  public static final Argon2Parameters RECOMMENDED = new Argon2Parameters(19_456, 2, 1);

  private static final int MAX_MEMORY_KIB = 256 * 1024;
  private static final int MAX_ITERATIONS = 10;
  private static final int MAX_PARALLELISM = 8;

  public Argon2Parameters {
    if (!areInBounds(memoryKib, iterations, parallelism)) {
      throw new IllegalArgumentException(
          "Argon2 takes 8 KiB per lane to 256 MiB, 1 to 10 iterations and 1 to 8 lanes");
    }
  }

  /// Whether all processors could compute such a hash in the heap at once and leave half of it.
  public boolean fitsHeap() {
    var bytes = memoryKib * 1024L * Runtime.getRuntime().availableProcessors();
    return bytes <= Runtime.getRuntime().maxMemory() / 2;
  }

  static boolean areInBounds(int memoryKib, int iterations, int parallelism) {
    return parallelism >= 1
        && parallelism <= MAX_PARALLELISM
        && memoryKib >= 8 * parallelism
        && memoryKib <= MAX_MEMORY_KIB
        && iterations >= 1
        && iterations <= MAX_ITERATIONS;
  }
}
